package dev.latchkey.authz.events;

import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code registry.audit_event}. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL is away. By SQL, without
 * Hibernate's sessions: rows are written once, many at a time, and never change.
 */
@ApplicationScoped
public class EventTable {

  /**
   * All rows at once, column by column: it costs much less than a statement for each. In the same
   * one what is to be sent to webhooks: an event that is there already is not sent again, and one
   * that is not there is not sent either.
   */
  private static final String STORE =
      """
      with stored as (
        insert into registry.audit_event (%s)
          select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[],
            $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[])
          on conflict (id) do nothing
          returning id, event),
      queued as (
        insert into registry.webhook_delivery (event_id, webhook)
          select s.id, w.name from stored s join registry.webhook w on w.enabled
          where s.event not like 'webhook.%%' and (w.events = '' or exists (
            select from unnest(string_to_array(w.events, ' ')) as k (kind)
            where k.kind = s.event
              or (right(k.kind, 2) = '.*' and starts_with(s.event, left(k.kind, -1))))))
      select count(*) as stored from stored
      """
          .formatted(EventColumns.NAMES);

  private static final String FIND =
      "select " + EventColumns.NAMES + " from registry.audit_event where true";

  /** One replica at a time, without waiting for the others. */
  private static final String FORGET =
      "with turn as materialized (select pg_try_advisory_xact_lock($3) as mine)"
          + " delete from registry.audit_event using turn where turn.mine and id in"
          + " (select id from registry.audit_event where id < $1 order by id limit $2)";

  private static final long FORGETTING = 0x4C4B_6576_74L;

  private final Pool pool;
  private final SqlGate sql;

  EventTable(Pool pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  /** Stores all or none; answers how many were not there yet. */
  Uni<Integer> store(List<AuditedEvent> events) {
    var columns = columns(events);
    return sql.statement(() -> pool.preparedQuery(STORE).execute(columns))
        .map(counted -> counted.iterator().next().getInteger("stored"));
  }

  public Uni<List<AuditedEvent>> find(EventFilter filter) {
    var query = new StringBuilder(FIND);
    var values = Tuple.tuple();
    restrict(query, values, " and client_id = ", filter.client());
    restrict(query, values, " and subject = ", filter.subject());
    restrict(query, values, " and grant_id = ", filter.grant());
    restrict(query, values, " and event = ", filter.name());
    restrict(query, values, " and id >= ", first(filter.from()));
    restrict(query, values, " and id < ", first(filter.to()));
    restrict(query, values, " and id < ", filter.olderThan());
    restrict(query, values, " order by id desc limit ", (long) filter.most());
    return sql.statement(() -> pool.preparedQuery(query.toString()).execute(values))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(EventColumns::read).toList());
  }

  /** Deletes so many at most that are older; answers how many. None if another replica does it. */
  Uni<Integer> forget(Instant before, int most) {
    var values = Tuple.of(EventMoment.first(before), (long) most, FORGETTING);
    return sql.statement(() -> pool.preparedQuery(FORGET).execute(values))
        .map(deleted -> deleted.rowCount());
  }

  /** What is asked becomes one of few statements, each of which has an index that fits. */
  private static void restrict(
      StringBuilder query, Tuple values, String condition, @Nullable Object value) {
    if (value != null) {
      query.append(condition).append('$').append(values.size() + 1);
      values.addValue(value);
    }
  }

  private static @Nullable UUID first(@Nullable Instant moment) {
    return moment == null ? null : EventMoment.first(moment);
  }

  private static Tuple columns(List<AuditedEvent> events) {
    return Tuple.tuple()
        .addArrayOfUUID(column(events, AuditedEvent::id, UUID[]::new))
        .addArrayOfOffsetDateTime(
            column(events, event -> event.time().atOffset(ZoneOffset.UTC), OffsetDateTime[]::new))
        .addArrayOfString(column(events, AuditedEvent::service, String[]::new))
        .addArrayOfString(column(events, AuditedEvent::name, String[]::new))
        .addArrayOfString(column(events, AuditedEvent::auth0, String[]::new))
        .addArrayOfString(column(events, AuditedEvent::grant, String[]::new))
        .addArrayOfString(column(events, AuditedEvent::client, String[]::new))
        .addArrayOfString(column(events, AuditedEvent::subject, String[]::new))
        .addArrayOfJsonObject(column(events, EventTable::details, JsonObject[]::new));
  }

  private static <T> T[] column(
      List<AuditedEvent> events,
      Function<AuditedEvent, @Nullable T> value,
      IntFunction<T[]> array) {
    return events.stream().map(value).toArray(array);
  }

  private static JsonObject details(AuditedEvent event) {
    return new JsonObject(new HashMap<>(event.details()));
  }
}
