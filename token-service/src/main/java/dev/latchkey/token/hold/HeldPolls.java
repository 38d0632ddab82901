package dev.latchkey.token.hold;

import dev.latchkey.grant.GrantNews;
import dev.latchkey.oauth.readiness.Departure;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.switches.SwitchedOff;
import dev.latchkey.token.grant.Caller;
import dev.latchkey.token.grant.DeviceGrant;
import dev.latchkey.token.grant.Poll;
import dev.latchkey.token.metrics.Metrics;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The polls that this pod holds, and how many and how long it does. */
@Startup
@ApplicationScoped
public class HeldPolls {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final DeviceGrant grant;
  private final GrantNews news;
  private final KillSwitches switches;
  private final Departure departure;
  private final Vertx vertx;
  private final Duration longest;
  private final Semaphore places;
  private final Set<Hold> holds = ConcurrentHashMap.newKeySet();

  HeldPolls(
      DeviceGrant grant,
      GrantNews news,
      KillSwitches switches,
      Departure departure,
      Vertx vertx,
      HoldConfig config,
      Metrics metrics) {
    this.grant = grant;
    this.news = news;
    this.switches = switches;
    this.departure = departure;
    this.vertx = vertx;
    var longest = checked(config.longest());
    this.longest = config.limit() == 0 ? Duration.ZERO : longest;
    this.places = new Semaphore(checked(config.limit()));
    metrics.holds(holds::size, config.limit());
  }

  /** The longest that a poll is held; zero if none is, for one of both settings. */
  public Duration longest() {
    return longest;
  }

  /**
   * Answers a poll, if nobody has decided yet only when somebody does or the time is up. Answers at
   * once when there are too many already, or this pod is about to leave. Whoever cancels this will
   * claim nothing any more. Fails as {@link DeviceGrant#answer}.
   *
   * @param asked how long to wait; not longer than {@link #longest}, though
   * @param waits run when it begins to wait
   */
  public Uni<HeldAnswer> answer(Poll poll, Caller caller, Duration asked, Runnable waits) {
    var wait = asked.compareTo(longest) < 0 ? asked : longest;
    // What the person has entered is looked at once, and at once.
    return wait.isZero() || poll.entered().isPresent()
        ? grant.answer(poll, caller).map(HeldAnswer::atOnce)
        : Uni.createFrom().emitter(answer -> hold(poll, caller, wait, waits, answer));
  }

  private void hold(
      Poll poll,
      Caller caller,
      Duration wait,
      Runnable waits,
      UniEmitter<? super HeldAnswer> answer) {
    if (departure.hasBegun() || !places.tryAcquire()) {
      var asking =
          grant
              .answer(poll, caller)
              .subscribe()
              .with(found -> answer.complete(HeldAnswer.atOnce(found)), answer::fail);
      answer.onTermination(asking::cancel);
      return;
    }
    var hold = new Hold(poll, wait, waits, grant, vertx, answer);
    holds.add(hold);
    answer.onTermination(
        () -> {
          hold.end();
          holds.remove(hold);
          places.release();
        });
    hold.begin(news, caller);
    // Whoever tells all holds may not have seen this one yet.
    if (departure.hasBegun() || switches.stop(poll.client().id())) {
      hold.leave();
    }
  }

  /**
   * Before the server stops to take requests: whoever waits is to go to another pod, but not all of
   * them at the same moment. Departure has heard of it before, so whoever is not among the holds
   * yet will see that.
   */
  void leave(@Observes ShutdownDelayInitiatedEvent event) {
    holds.forEach(Hold::leaveSoon);
  }

  /** Whose devices get nothing does not wait for it either. */
  void switched(@Observes SwitchedOff off) {
    holds.stream().filter(hold -> off.stops(hold.client())).forEach(Hold::leave);
  }

  private static Duration checked(Duration longest) {
    if (longest.isNegative() || longest.compareTo(LONGEST) > 0 || longest.toMillisPart() > 0) {
      throw new IllegalArgumentException(
          "latchkey.hold.longest is whole seconds, from 0 s to " + LONGEST.toSeconds() + " s");
    }
    return longest;
  }

  private static int checked(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("latchkey.hold.limit is 0 at least");
    }
    return limit;
  }
}
