package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.events.EventColumns;
import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.authz.webhooks.Outcome.Fate;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code registry.webhook_delivery}, for whoever sends. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL is away. Times are
 * PostgreSQL's.
 */
@ApplicationScoped
class DeliveryTable {

  /**
   * A claim is a due time in the future: whoever dies with it loses it then. Only what the database
   * says of the webhook too is claimed: a replica that still has an older file sends nothing to
   * where nothing is to be sent any more. How many stands in the text: of a parameter PostgreSQL
   * assumes a tenth of the table.
   */
  private static final String CLAIM =
      """
      with due as (
        select d.event_id from registry.webhook_delivery d
          join registry.webhook w on w.name = d.webhook
          where d.webhook = $1 and w.enabled and w.url = $2
            and d.dead_at is null and d.due_at <= now()
          order by d.due_at %s limit %d for update of d skip locked),
      claimed as (
        update registry.webhook_delivery d
          set attempts = d.attempts + 1, due_at = now() + $3::bigint * interval '1 millisecond'
          from due where d.event_id = due.event_id and d.webhook = $1
          returning d.event_id, d.attempts)
      select %s, c.attempts from claimed c join registry.audit_event e on e.id = c.event_id
      """;

  private static final String SETTLE =
      """
      with outcome as (
        select * from unnest($2::uuid[], $3::integer[], $4::text[], $5::text[], $6::bigint[])
          as o (event_id, attempt, fate, failure, pause)),
      delivered as (
        delete from registry.webhook_delivery d using outcome o
          where d.webhook = $1 and d.event_id = o.event_id and o.fate = 'DELIVERED'),
      failed as (
        update registry.webhook_delivery d
          set failure = o.failure,
            due_at = now() + o.pause * interval '1 millisecond',
            dead_at = case
              when o.fate = 'DEAD' or d.since <= now() - $7::bigint * interval '1 millisecond'
              then now() end
          from outcome o
          where d.webhook = $1 and d.event_id = o.event_id and o.fate <> 'DELIVERED'
            and d.attempts = o.attempt and d.dead_at is null
          returning d.dead_at),
      told as (
        update registry.webhook w
          set delivered_at = case when t.delivered then now() else w.delivered_at end,
            failed_at = case when t.failure is null then w.failed_at else now() end,
            failure = coalesce(t.failure, w.failure)
          from (select coalesce(bool_or(fate = 'DELIVERED'), false) as delivered,
            max(failure) as failure from outcome) t
          where w.name = $1)
      select count(dead_at) as dead from failed
      """;

  /** Those that waited for nothing: the webhook is stopped, or takes nothing. */
  private static final String GIVE_UP =
      """
      with late as (
        select l.event_id, w.name from registry.webhook w cross join lateral (
          select d.event_id from registry.webhook_delivery d
            where d.webhook = w.name and d.dead_at is null
              and d.since <= now() - $1::bigint * interval '1 millisecond'
            order by d.since limit $2 for update of d skip locked) l)
      update registry.webhook_delivery d
        set dead_at = now(), failure = coalesce(d.failure, 'not_tried')
        from late where d.event_id = late.event_id and d.webhook = late.name
      """;

  private final Pool pool;
  private final SqlGate sql;

  DeliveryTable(Pool pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  /**
   * Takes so many deliveries at most that are due, for so long; nobody else gets them meanwhile.
   *
   * @param newest whether those come first that became due last
   */
  Uni<List<Delivery>> claim(Webhook webhook, int most, boolean newest, Duration lease) {
    var values = Tuple.of(webhook.name(), webhook.url().toString(), lease.toMillis());
    // What the receiver refuses is due again and again; what is new has not been refused yet.
    var statement = CLAIM.formatted(newest ? "desc" : "asc", most, EventColumns.of("e"));
    return sql.statement(() -> pool.preparedQuery(statement).execute(values))
        .map(DeliveryTable::deliveries);
  }

  /**
   * Writes down what came of attempts. What was delivered is gone; what failed waits, or is a dead
   * letter if it has waited for as long as {@code giveUpAfter}. Answers how many dead letters that
   * makes.
   */
  Uni<Integer> settle(Webhook webhook, List<Outcome> outcomes, Duration giveUpAfter) {
    var values =
        Tuple.tuple()
            .addString(webhook.name())
            .addArrayOfUUID(column(outcomes, Outcome::event, UUID[]::new))
            .addArrayOfInteger(column(outcomes, Outcome::attempt, Integer[]::new))
            .addArrayOfString(column(outcomes, outcome -> outcome.fate().name(), String[]::new))
            .addArrayOfString(column(outcomes, Outcome::failure, String[]::new))
            .addArrayOfLong(column(outcomes, DeliveryTable::pauseMillis, Long[]::new))
            .addLong(giveUpAfter.toMillis());
    return sql.statement(() -> pool.preparedQuery(SETTLE).execute(values))
        .map(counted -> counted.iterator().next().getInteger("dead"));
  }

  /** Makes dead letters of so many of each webhook at most that are too old; answers how many. */
  Uni<Integer> giveUp(Duration giveUpAfter, int most) {
    var values = Tuple.of(giveUpAfter.toMillis(), (long) most);
    return sql.statement(() -> pool.preparedQuery(GIVE_UP).execute(values)).map(RowSet::rowCount);
  }

  private static List<Delivery> deliveries(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new Delivery(EventColumns.read(row), row.getInteger("attempts")))
        .toList();
  }

  private static Long pauseMillis(Outcome outcome) {
    return outcome.fate() == Fate.RETRY
        ? Backoff.after(outcome.attempt(), ThreadLocalRandom.current().nextDouble()).toMillis()
        : 0L;
  }

  private static <T> T[] column(
      List<Outcome> outcomes, Function<Outcome, @Nullable T> value, IntFunction<T[]> array) {
    return outcomes.stream().map(value).toArray(array);
  }
}
