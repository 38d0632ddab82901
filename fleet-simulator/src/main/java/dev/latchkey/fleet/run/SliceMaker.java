package dev.latchkey.fleet.run;

import dev.latchkey.fleet.person.People;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.scenario.Quirks;
import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.time.TimerWheel;
import dev.latchkey.fleet.wire.Wire;
import dev.latchkey.fleet.wire.WireLimits;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Puts slices together. */
final class SliceMaker {

  private final Vertx vertx;
  private final Plan plan;
  private final Phases phases;
  private final Target target;
  private final RunClock clock;
  private final Optional<People> people;
  private final Holding holding = new Holding();

  SliceMaker(
      Vertx vertx,
      Plan plan,
      Phases phases,
      Target target,
      RunClock clock,
      Optional<People> people) {
    this.vertx = vertx;
    this.plan = plan;
    this.phases = phases;
    this.target = target;
    this.clock = clock;
    this.people = people;
  }

  /** On the event loop where it is to live; every {@code threads}-th device is its own. */
  Slice make(Context context, int number) {
    var wheel = new TimerWheel();
    var book = new Book(phases, holding);
    var limits = target.limits();
    var connections = limits.connections() / target.threads();
    var wire =
        new Wire(
            vertx,
            clock,
            wheel,
            target.endpoints(),
            target.credentials(),
            new WireLimits(connections, limits.timeout(), limits.insecure()));
    var devices = devices(number);
    var requests = new Requests(target.forms(), plan.proofKeys());
    var lives =
        new Lives(
            plan,
            clock,
            wheel,
            new Hands(plan.fates(), people, context, clock, wheel, book),
            book,
            new Population(devices.size()),
            replies -> new Exchange(wire, requests, book, clock, connections, replies));
    return new Slice(vertx, context, clock, wheel, plan, devices, book, lives, wire::close);
  }

  /** Each as the seed has it, whatever the number of event loops. */
  private List<VirtualDevice> devices(int number) {
    var seeds = new SplittableRandom(plan.seed() * 31 + 1);
    var devices = new ArrayList<VirtualDevice>();
    for (var i = 0; i < plan.devices(); i++) {
      var random = seeds.split();
      if (i % target.threads() == number) {
        devices.add(device(i, random));
      }
    }
    return devices;
  }

  private VirtualDevice device(int index, RandomGenerator random) {
    var quirks = random.nextDouble() < plan.quirks().share() ? plan.quirks() : Quirks.NONE;
    var address = Addresses.of(index, plan.addresses());
    return new VirtualDevice(address, quirks, quirks.habits(plan.refreshing()), random);
  }
}
