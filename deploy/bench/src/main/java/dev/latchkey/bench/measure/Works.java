package dev.latchkey.bench.measure;

import dev.latchkey.bench.Progress;
import dev.latchkey.bench.stand.Database;
import dev.latchkey.bench.stand.Servers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All kinds of work, made ready.
 *
 * @param pending grants to poll
 * @param devices linked devices to refresh, of each kind
 * @param time of a turn
 */
public record Works(
    Servers servers,
    Grants grants,
    Database database,
    Progress progress,
    int pending,
    int devices,
    Duration time) {

  public static final String SCOPE = "watch offline_access";

  private static final String SCOPE_WITH_ID_TOKEN = "openid watch offline_access";

  /** Those that are wanted; a bare Vert.x poll, to compare with, is always among them. */
  public Map<Subject, Work> of(Set<Subject> wanted) {
    progress.say("%,d grants to poll".formatted(pending));
    var codes = grants.pending("codes", pending, SCOPE);
    grants.withoutPace(codes);
    var ids = grants.ids(codes);
    var works = new EnumMap<Subject, Work>(Subject.class);
    works.put(Subject.BARE_VERTX, grants.polling(servers.bareVertx(), ids, time));
    for (var subject : wanted) {
      works.put(
          subject,
          switch (subject) {
            case BARE_VERTX -> grants.polling(servers.bareVertx(), ids, time);
            case BARE_REST -> grants.polling(servers.bareRest(), ids, time);
            case POLL -> grants.polling(servers.token(), codes, time);
            case ISSUE -> issuing();
            case REFRESH -> refreshing("tokens", SCOPE);
            case REFRESH_WITH_ID_TOKEN -> refreshing("tokens-with-id", SCOPE_WITH_ID_TOKEN);
          });
    }
    return works;
  }

  private Work issuing() {
    return new Work(
        List.of(servers.authz()), grants.ask(SCOPE).time(time), Grants.ISSUED, database::tidyUp);
  }

  private Work refreshing(String name, String scope) {
    progress.say("%,d devices to refresh, with scope %s".formatted(devices, scope));
    var tokens = grants.linked(name, devices, scope);
    // device-authz-service makes rows of the events of all services.
    var both = List.of(servers.token(), servers.authz());
    Runnable before =
        () -> {
          database.letAnHourPass();
          database.tidyUp();
        };
    return new Work(both, grants.refresh(tokens), Grants.ISSUED, before);
  }
}
