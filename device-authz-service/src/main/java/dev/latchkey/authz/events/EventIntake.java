package dev.latchkey.authz.events;

import dev.latchkey.audit.AuditBacklog;
import dev.latchkey.audit.AuditEntry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.DatabaseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Takes events from the stream into the table, some at a time, in one replica or in several at
 * once. An entry leaves the stream when its row is committed: whatever fails before comes again,
 * here or elsewhere, and a row that is there already stays as it is.
 */
@ApplicationScoped
class EventIntake {

  static final int MOST_AT_ONCE = 200;

  private static final Logger LOG = Logger.getLogger(EventIntake.class);

  /**
   * Classes of SQLSTATE that are the event's own fault, whatever it is: a character that no text
   * may have, a key too long for an index.
   */
  private static final Set<String> UNSTORABLE = Set.of("22", "23", "54");

  private final AuditBacklog backlog;
  private final EventTable table;

  EventIntake(AuditBacklog backlog, EventTable table) {
    this.backlog = backlog;
    this.table = table;
  }

  /**
   * Takes the next events of a consumer; answers how many entries that were, fewer than {@link
   * #MOST_AT_ONCE} if there are no more. Fails when a store is away; then nothing is lost.
   */
  Uni<Integer> take(UUID consumer) {
    return backlog
        .read(consumer, MOST_AT_ONCE)
        .flatMap(
            entries ->
                entries.isEmpty()
                    ? Uni.createFrom().item(0)
                    : keep(entries).replaceWith(entries.size()));
  }

  private Uni<Void> keep(List<AuditEntry> entries) {
    var arrivals = new ArrayList<Arrival>();
    var unreadable = new ArrayList<AuditEntry>();
    for (var entry : entries) {
      AuditedEvent.read(entry.event())
          .ifPresentOrElse(
              event -> arrivals.add(new Arrival(entry, event)), () -> unreadable.add(entry));
    }
    unreadable.forEach(entry -> warn(entry, "it is no event of ours"));
    return backlog
        .setAside(unreadable)
        .flatMap(aside -> store(arrivals))
        .flatMap(stored -> backlog.done(arrivals.stream().map(Arrival::entry).toList()));
  }

  private Uni<Void> store(List<Arrival> arrivals) {
    if (arrivals.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return table
        .store(arrivals.stream().map(Arrival::event).toList())
        .replaceWithVoid()
        .onFailure(EventIntake::isUnstorable)
        .recoverWithUni(() -> storeOneByOne(arrivals));
  }

  /** One of them is at fault, and must not keep the others out. */
  private Uni<Void> storeOneByOne(List<Arrival> arrivals) {
    return Multi.createFrom()
        .iterable(arrivals)
        .onItem()
        .transformToUniAndConcatenate(
            arrival ->
                table
                    .store(List.of(arrival.event()))
                    .replaceWithVoid()
                    .onFailure(EventIntake::isUnstorable)
                    .recoverWithUni(failure -> setAside(arrival, failure)))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> setAside(Arrival arrival, Throwable failure) {
    warn(arrival.entry(), String.valueOf(failure.getMessage()));
    return backlog.setAside(List.of(arrival.entry()));
  }

  private static boolean isUnstorable(Throwable failure) {
    return failure instanceof DatabaseException e
        && e.getSqlState() != null
        && e.getSqlState().length() > 1
        && UNSTORABLE.contains(e.getSqlState().substring(0, 2));
  }

  /** Not what it holds: nobody knows what that is. */
  private static void warn(AuditEntry entry, String reason) {
    LOG.errorf(
        "the audit event of the entry %s cannot be kept, and is set aside in audit-unreadable: %s",
        entry.id(), reason);
  }
}
