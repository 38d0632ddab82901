package dev.latchkey.authz.switches;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitch.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * The kill switches that administrators throw and release. Those of the registry file are shown,
 * and left alone. Fails with {@link dev.latchkey.oauth.store.StoreUnavailableException} when
 * PostgreSQL does; what was asked may then have happened or not.
 */
@ApplicationScoped
public class AdministeredSwitches {

  private static final String ALL =
      "select kind, name, source, since, thrown_by from registry.kill_switch"
          + " order by kind, name, source";

  /** Of clients and APIs that are stopped too: they may come back. */
  private static final String NAMED =
      """
      with named as (select case $1::text
        when 'service' then true
        when 'client' then exists (select from registry.client where client_id = $2::text)
        when 'api' then exists (select from registry.api where identifier = $2::text)
        when 'scope' then exists (select from registry.api_scope where scope = $2::text)
        end as is_known),
      """;

  private static final String THROW =
      NAMED
          + """
          changed as (
            insert into registry.kill_switch (kind, name, source, thrown_by)
              select $1::text, $2::text, 'admin', $3::text from named where is_known
              on conflict do nothing
              returning kind)
          select is_known, exists (select from changed) as is_changed from named
          """;

  private static final String RELEASE =
      NAMED
          + """
          changed as (
            delete from registry.kill_switch
              where kind = $1::text and name = $2::text and source = 'admin'
              returning kind)
          select is_known, exists (select from changed) as is_changed from named
          """;

  private final Pool pool;
  private final SqlGate sql;
  private final Audit audit;

  AdministeredSwitches(Pool pool, SqlGate sql, Audit audit) {
    this.pool = pool;
    this.sql = sql;
    this.audit = audit;
  }

  /** All that are thrown, by whomever. */
  public Uni<List<ThrownSwitch>> all() {
    return sql.statement(() -> pool.preparedQuery(ALL).execute()).map(AdministeredSwitches::thrown);
  }

  /** Every replica knows within seconds. */
  public Uni<SwitchOutcome> off(KillSwitch what, ClientId by) {
    var values = Tuple.of(what.kind().word(), what.name(), by.value());
    return sql.statement(() -> pool.preparedQuery(THROW).execute(values))
        .map(AdministeredSwitches::outcome)
        .invoke(
            outcome -> {
              if (outcome == SwitchOutcome.CHANGED) {
                audit.switchedOffBy(by, what);
              }
            });
  }

  /** It stays off if the registry file says so too. What is not there any more can be released. */
  public Uni<SwitchOutcome> release(KillSwitch what, ClientId by) {
    var values = Tuple.of(what.kind().word(), what.name());
    return sql.statement(() -> pool.preparedQuery(RELEASE).execute(values))
        .map(AdministeredSwitches::outcome)
        .invoke(
            outcome -> {
              if (outcome == SwitchOutcome.CHANGED) {
                audit.switchReleasedBy(by, what);
              }
            });
  }

  private static SwitchOutcome outcome(RowSet<Row> rows) {
    var row = rows.iterator().next();
    if (row.getBoolean("is_changed")) {
      return SwitchOutcome.CHANGED;
    }
    return row.getBoolean("is_known") ? SwitchOutcome.AS_BEFORE : SwitchOutcome.UNKNOWN;
  }

  private static List<ThrownSwitch> thrown(RowSet<Row> rows) {
    var thrown = new ArrayList<ThrownSwitch>();
    for (var row : rows) {
      var name = row.getString("name");
      Kind.of(row.getString("kind"))
          .map(
              kind ->
                  new ThrownSwitch(
                      new KillSwitch(kind, name),
                      row.getString("source"),
                      row.getOffsetDateTime("since").toInstant(),
                      row.getString("thrown_by")))
          .ifPresent(thrown::add);
    }
    return List.copyOf(thrown);
  }
}
