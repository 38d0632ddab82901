package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.events.EventColumns;
import dev.latchkey.authz.webhooks.RetryOutcome.Refused;
import dev.latchkey.authz.webhooks.RetryOutcome.Retried;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.store.SqlTime;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What waits for webhooks and what they have not taken, for whoever looks after them. Fails with
 * {@link dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL is away.
 */
@ApplicationScoped
public class WebhookQueues {

  /** To count millions takes longer than a statement may. */
  public static final int MOST_COUNTED = 10_000;

  /** In the order of an index: PostgreSQL would look through the table for what is not there. */
  private static final String STATES =
      """
      select w.name, w.url, w.events, w.enabled, w.delivered_at, w.failed_at, w.failure,
        (select count(*) from (select from registry.webhook_delivery d
          where d.webhook = w.name and d.dead_at is null order by d.since limit $1) q) as waiting,
        (select count(*) from (select from registry.webhook_delivery d
          where d.webhook = w.name and d.dead_at is not null order by d.event_id limit $1) q) as dead,
        (select min(d.since) from registry.webhook_delivery d
          where d.webhook = w.name and d.dead_at is null) as waiting_since
      from registry.webhook w order by w.name
      """;

  private static final String EXISTS = "select 1 from registry.webhook where name = $1";

  private static final String DEAD =
      """
      select %s, d.attempts, d.dead_at, d.failure
        from registry.webhook_delivery d join registry.audit_event e on e.id = d.event_id
        where d.webhook = $1 and d.dead_at is not null and ($2::uuid is null or d.event_id < $2)
        order by d.event_id desc limit $3
      """
          .formatted(EventColumns.of("e"));

  /** From now on they are as young as any other. */
  private static final String RETRY =
      """
      with webhook as (select name, enabled from registry.webhook where name = $1),
      letter as (
        select d.event_id from registry.webhook_delivery d
          where d.webhook = $1 and (select enabled from webhook) and d.dead_at is not null
            and ($2::uuid is null or d.event_id = $2)
          order by d.event_id limit %d for update skip locked),
      retried as (
        update registry.webhook_delivery d
          set dead_at = null, attempts = 0, since = now(), due_at = now()
          from letter l where d.event_id = l.event_id and d.webhook = $1
          returning d.event_id)
      select enabled, (select count(*) from retried) as retried from webhook
      """;

  private final Pool pool;
  private final SqlGate sql;

  WebhookQueues(Pool pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  /** Every webhook that there is or was, by name. */
  public Uni<List<WebhookState>> states() {
    var values = Tuple.of((long) MOST_COUNTED);
    return sql.statement(() -> pool.preparedQuery(STATES).execute(values))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(WebhookQueues::state).toList());
  }

  public Uni<Boolean> exists(String webhook) {
    return sql.statement(() -> pool.preparedQuery(EXISTS).execute(Tuple.of(webhook)))
        .map(rows -> rows.size() > 0);
  }

  /**
   * The dead letters of a webhook, those of the newest events first; none if there is no such one.
   *
   * @param olderThan the event that comes right before them; null for the first
   */
  public Uni<List<DeadLetter>> dead(String webhook, @Nullable UUID olderThan, int most) {
    var values = Tuple.of(webhook, olderThan, (long) most);
    return sql.statement(() -> pool.preparedQuery(DEAD).execute(values))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(WebhookQueues::letter)
                    .toList());
  }

  /**
   * Has dead letters of a webhook sent again, those of the oldest events first.
   *
   * @param event the one that is meant; null for any
   * @param most how many at most
   */
  public Uni<RetryOutcome> retry(String webhook, @Nullable UUID event, int most) {
    var values = Tuple.of(webhook, event);
    return sql.statement(() -> pool.preparedQuery(RETRY.formatted(most)).execute(values))
        .map(WebhookQueues::retried);
  }

  private static RetryOutcome retried(RowSet<Row> rows) {
    for (var row : rows) {
      return row.getBoolean("enabled") ? new Retried(row.getInteger("retried")) : Refused.STOPPED;
    }
    return Refused.UNKNOWN;
  }

  private static WebhookState state(Row row) {
    return new WebhookState(
        row.getString("name"),
        row.getString("url"),
        SpacedWords.stored(row.getString("events")),
        row.getBoolean("enabled"),
        row.getInteger("waiting"),
        row.getInteger("dead"),
        SqlTime.moment(row, "waiting_since"),
        SqlTime.moment(row, "delivered_at"),
        SqlTime.moment(row, "failed_at"),
        row.getString("failure"));
  }

  private static DeadLetter letter(Row row) {
    return new DeadLetter(
        EventColumns.read(row),
        row.getInteger("attempts"),
        row.getOffsetDateTime("dead_at").toInstant(),
        String.valueOf(row.getString("failure")));
  }
}
