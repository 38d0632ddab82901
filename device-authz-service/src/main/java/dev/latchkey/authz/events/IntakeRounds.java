package dev.latchkey.authz.events;

import dev.latchkey.audit.AuditBacklog;
import dev.latchkey.authz.metrics.EventMetrics;
import dev.latchkey.oauth.readiness.Departure;
import dev.latchkey.oauth.store.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Has this replica take events once a second, all that there are; less often while it fails. One
 * that is about to end takes no more: others would wait a minute for what it has not written down.
 */
@ApplicationScoped
class IntakeRounds {

  private static final int LONGEST_PAUSE_SECONDS = 15;

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(IntakeRounds.class),
          "audit events could not be taken into PostgreSQL",
          "audit events wait in Redis");

  /** Another process has another one, as has this one when it is started again. */
  private final UUID consumer = UUID.randomUUID();

  private final EventIntake intake;
  private final AuditBacklog backlog;
  private final EventMetrics metrics;
  private final Departure departure;

  /** One round is over before the next one begins. */
  private volatile int pauseSeconds;

  private volatile long notBefore = System.nanoTime();

  IntakeRounds(
      EventIntake intake, AuditBacklog backlog, EventMetrics metrics, Departure departure) {
    this.intake = intake;
    this.backlog = backlog;
    this.metrics = metrics;
    this.departure = departure;
  }

  @Scheduled(every = "1s", delayed = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> round() {
    if (departure.hasBegun() || System.nanoTime() - notBefore < 0) {
      return Uni.createFrom().voidItem();
    }
    return rounds.run(all().invoke(() -> pauseSeconds = 0).onFailure().invoke(this::backOff));
  }

  private void backOff() {
    var pause = Math.min(2 * pauseSeconds + 1, LONGEST_PAUSE_SECONDS);
    pauseSeconds = pause;
    notBefore = System.nanoTime() + TimeUnit.SECONDS.toNanos(pause);
  }

  private Uni<Void> all() {
    // Counted before, so that the count is right while PostgreSQL is away.
    return backlog
        .size()
        .invoke(metrics::waiting)
        .chain(
            () ->
                Uni.createFrom()
                    .deferred(() -> intake.take(consumer))
                    .repeat()
                    .whilst(taken -> taken == EventIntake.MOST_AT_ONCE && !departure.hasBegun())
                    .onItem()
                    .ignoreAsUni());
  }
}
