package dev.latchkey.oauth.switches;

import dev.latchkey.oauth.store.Rounds;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Reads the kill switches, the first time before any request is served. Whoever has to do something
 * when they change observes {@link SwitchedOff}.
 */
@ApplicationScoped
class SwitchRounds {

  private static final Logger LOG = Logger.getLogger(SwitchRounds.class);

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final Rounds rounds =
      new Rounds(
          LOG,
          "the kill switches could not be read",
          "the kill switches stand as they were last read until PostgreSQL is back");

  private final SwitchTable stored;
  private final KillSwitches switches;
  private final Event<SwitchedOff> changes;
  private final Vertx vertx;
  private final long everyMillis;
  private volatile long timer;
  private volatile boolean stopped;

  SwitchRounds(
      SwitchTable stored,
      KillSwitches switches,
      Event<SwitchedOff> changes,
      Vertx vertx,
      SwitchConfig config) {
    this.stored = stored;
    this.switches = switches;
    this.changes = changes;
    this.vertx = vertx;
    this.everyMillis = checked(config.checkEvery()).toMillis();
  }

  /** Fails if switches would be thrown too late, or PostgreSQL asked without a pause. */
  static Duration checked(Duration every) {
    if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "latchkey.kill-switches.check-every is %d ms to %d s"
              .formatted(SHORTEST.toMillis(), LONGEST.toSeconds()));
    }
    return every;
  }

  void start(@Observes StartupEvent event) {
    try {
      VertxContextSupport.subscribeAndAwait(this::round);
    } catch (Throwable e) {
      // A round says in the log what is wrong, and does not fail.
      throw new IllegalStateException("the kill switches were not read", e);
    }
    next();
  }

  private void next() {
    if (!stopped) {
      // From the end of a round on, so that a slow PostgreSQL is not asked twice at a time.
      timer =
          vertx.setTimer(
              everyMillis, due -> round().subscribe().with(done -> next(), failure -> next()));
    }
  }

  private Uni<Void> round() {
    return rounds.run(stored.read().map(SwitchedOff::of).invoke(this::taken));
  }

  private void taken(SwitchedOff read) {
    var before = switches.active();
    switches.take(read, Instant.now());
    if (!read.equals(before)) {
      say("off from now on", read.all(), before.all());
      say("released", before.all(), read.all());
      changes.fire(read);
    }
  }

  private static void say(String what, Set<KillSwitch> these, Set<KillSwitch> notThose) {
    var news = new TreeSet<>(these);
    news.removeAll(notThose);
    if (!news.isEmpty()) {
      LOG.warnf("kill switches: %s: %s", what, news);
    }
  }

  @PreDestroy
  void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }
}
