package dev.latchkey.token.refresh;

import static dev.latchkey.token.Device.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit tells refusals apart that the wire does not. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RefreshAuditTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(stores());
  }

  static Stream<Arguments> events() {
    return Stream.of(
        arguments("generation = 1", 1, List.of("device.refreshed")),
        arguments(
            "generation = 2, rotated_at = now() - interval '2 minutes'",
            1,
            List.of("device.late_replay")),
        arguments("generation = 1", 5, List.of("device.moved_forward")),
        arguments("generation = 3, current_used = true", 3, List.of()),
        arguments(
            "generation = 3", 1, List.of("device.revoked reuse", "device.refresh_refused reuse")),
        arguments("revoked_at = now()", 1, List.of("device.refresh_refused revoked")),
        arguments("client_id = 'other-tv'", 1, List.of("device.refresh_refused wrong_client")),
        arguments("dpop_jkt = 'key'", 1, List.of("device.refresh_refused key")),
        arguments("refreshable = false", 1, List.of("device.refresh_refused not_refreshable")),
        arguments(
            "subject = '" + Neighbours.MALLORY + "'", 1, List.of("device.refresh_refused account")),
        arguments("api = 'https://api.example.com/gone'", 1, List.of("device.refresh_refused api")),
        arguments(
            "created_at = now() - interval '3650 days'",
            1,
            List.of("device.refresh_refused expired")),
        arguments(
            "last_seen_at = now() - interval '365 days'",
            1,
            List.of("device.refresh_refused idle")));
  }

  @ParameterizedTest(name = "{0}, shown {1}: {2}")
  @MethodSource("events")
  void namesWhatHappened(String row, long shown, List<String> expected) {
    // Given
    var family = StoredFamily.linked(stores(), "living-room-tv").with(row);

    try (var lines = AuditLines.open()) {
      // When
      refresh(family.token(shown));

      // Then
      assertThat(lines.reasons("device", family.id().toString())).isEqualTo(expected);
    }
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
