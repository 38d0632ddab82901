package dev.latchkey.authz.events;

import dev.latchkey.oauth.store.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Deletes events that are older than the operator wants, some at a time. */
@ApplicationScoped
class EventSweep {

  private static final Duration SHORTEST = Duration.ofDays(1);

  /** Well within what a statement may take. */
  private static final int MOST_AT_ONCE = 2_000;

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(EventSweep.class),
          "old audit events could not be deleted",
          "old audit events stay until PostgreSQL is back");

  private final EventTable table;
  private final Duration retention;

  EventSweep(EventTable table, EventsConfig config) {
    if (config.retention().compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("latchkey.audit.retention is at least a day");
    }
    this.table = table;
    this.retention = config.retention();
  }

  @Scheduled(every = "1h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return rounds.run(forget(Instant.now().minus(retention)));
  }

  private Uni<Void> forget(Instant before) {
    return Uni.createFrom()
        .deferred(() -> table.forget(before, MOST_AT_ONCE))
        .repeat()
        .whilst(deleted -> deleted == MOST_AT_ONCE)
        .onItem()
        .ignoreAsUni();
  }
}
