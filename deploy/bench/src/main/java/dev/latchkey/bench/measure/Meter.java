package dev.latchkey.bench.measure;

import dev.latchkey.bench.load.LoadProcess;
import dev.latchkey.bench.load.Order;
import dev.latchkey.bench.load.Outcome;
import dev.latchkey.bench.proc.MachineTime;
import dev.latchkey.bench.proc.ProcessFamily;
import dev.latchkey.bench.stand.RedisAccess;
import dev.latchkey.bench.stand.Server;
import java.time.Duration;
import java.util.List;

/** Reads the clocks of the processes before and after an order: all that happens between is its. */
public record Meter(
    LoadProcess load, ProcessFamily store, ProcessFamily postgres, RedisAccess redis) {

  /**
   * Carries out an order, and waits until its events are rows: they are a part of what it costs.
   *
   * @param servers whose time it takes
   */
  public Sample measure(List<Server> servers, Order order) {
    var serversBefore = cpu(servers);
    var redisBefore = store.cpu();
    var postgresBefore = postgres.cpu();
    var machineBefore = MachineTime.now();
    var outcome = load.run(order);
    var busy = MachineTime.now().busySince(machineBefore);
    redis.awaitNoEvents();
    return new Sample(
        outcome,
        cpu(servers).minus(serversBefore),
        store.cpu().minus(redisBefore),
        postgres.cpu().minus(postgresBefore),
        busy);
  }

  /** Carries out what nobody wants to know the cost of. */
  public Outcome run(Order order) {
    var outcome = load.run(order);
    redis.awaitNoEvents();
    return outcome;
  }

  private static Duration cpu(List<Server> servers) {
    return servers.stream()
        .map(server -> server.process().cpu())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
