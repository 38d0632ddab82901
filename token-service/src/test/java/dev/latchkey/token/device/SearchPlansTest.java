package dev.latchkey.token.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.grant.ClientId;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each search begins where its index says, and reads on in the order of its list. The table here is
 * small, so PostgreSQL is told not to read it whole; what it chooses among millions of rows is in
 * docs/adr/0019.
 */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SearchPlansTest {

  private static final DeviceFilter ALL =
      new DeviceFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          TimeRange.ALWAYS,
          TimeRange.ALWAYS,
          Optional.of(DeviceState.LINKED));

  private static final DeviceFilter OF_CLIENT =
      new DeviceFilter(
          Optional.of(new ClientId("living-room-tv")),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          TimeRange.ALWAYS,
          TimeRange.ALWAYS,
          Optional.empty());

  private static final DeviceFilter OF_SUBJECT =
      new DeviceFilter(
          Optional.empty(),
          Optional.of(new UUID(7, 7)),
          Optional.empty(),
          Optional.empty(),
          TimeRange.ALWAYS,
          TimeRange.ALWAYS,
          Optional.empty());

  private static final DeviceFilter OF_SERIAL =
      new DeviceFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.of("XK-2291"),
          Optional.empty(),
          TimeRange.ALWAYS,
          TimeRange.ALWAYS,
          Optional.empty());

  private static final DeviceFilter OF_ENROLMENT =
      new DeviceFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(new UUID(7, 7)),
          TimeRange.ALWAYS,
          TimeRange.ALWAYS,
          Optional.empty());

  @Inject Pool pool;

  static Stream<Arguments> searches() {
    return Stream.of(
        arguments(ALL, DeviceOrder.NEWEST, "linked_device_newest"),
        arguments(ALL, DeviceOrder.LEAST_RECENTLY_SEEN, "linked_device_seen"),
        arguments(OF_CLIENT, DeviceOrder.NEWEST, "linked_device_of_client"),
        arguments(OF_CLIENT, DeviceOrder.LEAST_RECENTLY_SEEN, "linked_device_of_client_seen"),
        arguments(OF_SUBJECT, DeviceOrder.NEWEST, "linked_device_of_subject"),
        arguments(OF_SERIAL, DeviceOrder.NEWEST, "linked_device_serial"),
        arguments(OF_ENROLMENT, DeviceOrder.NEWEST, "linked_device_of_enrolment"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("searches")
  void aSearchReadsItsIndexInOrder(DeviceFilter filter, DeviceOrder order, String index)
      throws Exception {
    // Given
    var key = order.key(order == DeviceOrder.NEWEST ? "2026-01-31T12:00:00Z" : "2026-01-31");
    var list = new DeviceList(filter, order, Instant.parse("2026-06-01T12:00:00Z"));
    var search = SearchSql.slice(list, Optional.of(new DevicePlace(key, new UUID(1, 1))), 2_000);

    // When
    var plan = explain(search);

    // Then
    assertThat(plan).contains("using " + index + " ").contains("Index Cond").doesNotContain("Sort");
  }

  @Test
  void theDevicesOfAnAccountAreRevokedByItsIndex() throws Exception {
    // Given
    var some =
        new SearchSql.Statement(
            DeviceStatements.REVOKE_SOME, Tuple.of("PERSON", new UUID(7, 7), 500));

    // When
    var plan = explain(some);

    // Then
    assertThat(plan).contains("using linked_device_of_subject ").doesNotContain("Sort");
  }

  private String explain(SearchSql.Statement search) throws Exception {
    var connection = await(pool.getConnection());
    try {
      for (var way : new String[] {"seqscan", "bitmapscan", "sort"}) {
        await(connection.query("set enable_" + way + " = off").execute());
      }
      return await(connection.preparedQuery("explain " + search.text()).execute(search.values()))
          .stream()
          .map(row -> row.getString(0))
          .collect(Collectors.joining("\n"));
    } finally {
      forget(connection);
    }
  }

  private static void forget(SqlConnection connection) throws Exception {
    await(connection.query("reset all").execute());
    await(connection.close());
  }

  private static <T> T await(Future<T> work) throws Exception {
    return work.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
