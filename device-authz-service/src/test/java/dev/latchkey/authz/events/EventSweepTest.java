package dev.latchkey.authz.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.stores.RealStores;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EventSweepTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String OLD = "select id from registry.audit_event where service = 'sweep'";

  @Inject EventSweep sweep;
  @Inject EventTable table;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @AfterEach
  void nothingIsLeft() {
    rows().run("delete from registry.audit_event where service = 'sweep'");
  }

  @Test
  void whatIsOlderThanTheOperatorWantsIsDeletedHoweverMuchItIs() {
    // Given
    rows()
        .run(
            "insert into registry.audit_event (id, at, service, event, details)"
                + " select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,"
                + " to_timestamp(0), 'sweep', 'test', '{}' from generate_series(1, 4500) n");
    var tooOld = store(Instant.now().minus(Duration.ofDays(91)));
    var kept = store(Instant.now().minus(Duration.ofDays(89)));

    // When
    sweep.sweep().await().atMost(PATIENCE);

    // Then
    assertThat(rows().has(tooOld)).isFalse();
    assertThat(rows().strings(OLD)).containsExactly(kept.toString());
  }

  @Test
  void oneReplicaAtATimeDeletes() throws SQLException {
    // Given
    var old = store(Instant.now().minus(Duration.ofDays(91)));
    try (var connection = stores.postgres().database().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select pg_advisory_xact_lock(" + 0x4C4B_6576_74L + ")");

      // When
      int deleted = table.forget(Instant.now(), 10).await().atMost(PATIENCE);

      // Then
      assertThat(deleted).isZero();
      assertThat(rows().has(old)).isTrue();
    }
  }

  @Test
  void theRetentionIsNinetyDaysAndAtLeastOne() {
    // When
    var retention = config(Map.of()).retention();

    // Then
    assertThat(retention).isEqualTo(Duration.ofDays(90));
    var tooShort = config(Map.of("latchkey.audit.retention", "23h"));
    assertThatThrownBy(() -> new EventSweep(table, tooShort))
        .hasMessageContaining("latchkey.audit.retention");
  }

  private UUID store(Instant time) {
    var id = EventRows.id(time);
    rows()
        .run(
            "insert into registry.audit_event (id, at, service, event, details) values ('%s', '%s',"
                    .formatted(id, time)
                + " 'sweep', 'test', '{}')");
    return id;
  }

  private EventRows rows() {
    return new EventRows(stores);
  }

  private static EventsConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(EventsConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(EventsConfig.class);
  }
}
