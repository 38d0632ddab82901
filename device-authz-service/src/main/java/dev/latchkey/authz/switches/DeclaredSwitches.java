package dev.latchkey.authz.switches;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.oauth.store.SqlGate;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitch.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The kill switches that the registry file throws; each change is an audit event. */
@ApplicationScoped
public class DeclaredSwitches {

  /** One statement: nobody sees one switch released before the other is thrown. */
  private static final String DECLARE =
      """
      with declared as (select * from unnest($1::text[], $2::text[]) as d (kind, name)),
      released as (
        delete from registry.kill_switch s
          where $3 and source = 'file' and not exists
            (select from declared d where d.kind = s.kind and d.name = s.name)
          returning kind, name),
      thrown as (
        insert into registry.kill_switch (kind, name, source)
          select kind, name, 'file' from declared on conflict do nothing
          returning kind, name)
      select true as is_off, kind, name from thrown
      union all select false, kind, name from released
      """;

  private static final String COMPARE =
      """
      with declared as (select * from unnest($1::text[], $2::text[]) as d (kind, name)),
      stored as (select kind, name from registry.kill_switch where source = 'file')
      select true as is_off, * from (select * from declared except select * from stored) missing
      union all
      select false, * from (select * from stored except select * from declared) spare
      """;

  private static final String RELEASE =
      """
      delete from registry.kill_switch s using unnest($1::text[], $2::text[]) as gone (kind, name)
        where source = 'file' and s.kind = gone.kind and s.name = gone.name
        returning false as is_off, s.kind, s.name
      """;

  private final Pool pool;
  private final SqlGate sql;
  private final Audit audit;

  DeclaredSwitches(Pool pool, SqlGate sql, Audit audit) {
    this.pool = pool;
    this.sql = sql;
    this.audit = audit;
  }

  /** Makes these the ones that the file throws, and no others; nothing if another replica has. */
  public Uni<SwitchChange> declare(Collection<KillSwitch> declared) {
    return declare(declared, true);
  }

  /** Throws those of these that the file does not throw yet, and releases none. */
  public Uni<SwitchChange> add(Collection<KillSwitch> declared) {
    return declare(declared, false);
  }

  /** Releases these, as far as the file throws them. */
  public Uni<SwitchChange> release(Collection<KillSwitch> gone) {
    var values = values(gone);
    return sql.statement(() -> pool.preparedQuery(RELEASE).execute(values))
        .map(DeclaredSwitches::change)
        .invoke(this::tell);
  }

  /** What {@link #declare} would change. */
  public Uni<SwitchChange> compare(Collection<KillSwitch> declared) {
    var values = values(declared);
    return sql.statement(() -> pool.preparedQuery(COMPARE).execute(values))
        .map(DeclaredSwitches::change);
  }

  private Uni<SwitchChange> declare(Collection<KillSwitch> declared, boolean releases) {
    var values = values(declared).addBoolean(releases);
    return sql.statement(() -> pool.preparedQuery(DECLARE).execute(values))
        .map(DeclaredSwitches::change)
        .invoke(this::tell);
  }

  private void tell(SwitchChange change) {
    change.thrown().forEach(audit::switchedOffByFile);
    change.released().forEach(audit::switchReleasedByFile);
  }

  private static Tuple values(Collection<KillSwitch> declared) {
    var switches = List.copyOf(declared);
    return Tuple.tuple()
        .addArrayOfString(column(switches, one -> one.kind().word()))
        .addArrayOfString(column(switches, KillSwitch::name));
  }

  private static String[] column(List<KillSwitch> switches, Function<KillSwitch, String> value) {
    return switches.stream().map(value).toArray(String[]::new);
  }

  private static SwitchChange change(RowSet<Row> rows) {
    var thrown = new HashSet<KillSwitch>();
    var released = new HashSet<KillSwitch>();
    for (var row : rows) {
      var name = row.getString("name");
      Set<KillSwitch> these = row.getBoolean("is_off") ? thrown : released;
      Kind.of(row.getString("kind")).ifPresent(kind -> these.add(new KillSwitch(kind, name)));
    }
    return new SwitchChange(thrown, released);
  }
}
