package dev.latchkey.authz.enrolment;

import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lists for administrators, the newest first. Fails with {@link
 * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL is away.
 */
@ApplicationScoped
public class EnrolmentLists {

  private static final String TOKENS =
      "select " + EnrolmentColumns.TOKEN + " from registry.enrolment_token where true";

  private static final String DEVICES =
      "select " + EnrolmentColumns.DEVICE + " from registry.enrolment where token = ";

  private final Pool pool;
  private final SqlGate sql;

  EnrolmentLists(Pool pool, SqlGate sql) {
    this.pool = pool;
    this.sql = sql;
  }

  /** The enrolment tokens that follow that place, or the first ones. */
  public Uni<List<EnrolmentToken>> tokens(
      EnrolmentFilter filter, Optional<Place<UUID>> after, int most) {
    var query = new Query(TOKENS);
    filter.client().ifPresent(client -> query.add(" and client_id = ", client.value()));
    filter.state().ifPresent(state -> query.add(" and state = ", state.name()));
    return run(query.page("created_at", "id", after, most), EnrolmentColumns::token);
  }

  /** The devices of a token that follow that place, or the first ones. */
  public Uni<List<EnrolledDevice>> devices(UUID token, Optional<Place<String>> after, int most) {
    var query = new Query(DEVICES).value(token);
    return run(query.page("enrolled_at", "grant_id", after, most), EnrolmentColumns::device);
  }

  private <T> Uni<List<T>> run(Query query, Function<Row, T> read) {
    return sql.statement(() -> pool.preparedQuery(query.text.toString()).execute(query.values))
        .map(rows -> rows.stream().map(read).toList());
  }

  /** A statement that is being written, and its values. */
  private static final class Query {

    private final StringBuilder text;
    private final Tuple values = Tuple.tuple();

    Query(String start) {
      text = new StringBuilder(start);
    }

    Query add(String condition, Object value) {
      text.append(condition);
      return value(value);
    }

    Query value(Object value) {
      values.addValue(value);
      text.append('$').append(values.size());
      return this;
    }

    Query page(String time, String id, Optional<? extends Place<?>> after, int most) {
      after.ifPresent(
          place ->
              add(" and (%s, %s) < (".formatted(time, id), place.at())
                  .add(", ", place.id())
                  .text
                  .append(')'));
      return add(" order by %s desc, %s desc limit ".formatted(time, id), (long) most);
    }
  }
}
