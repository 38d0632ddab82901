package dev.latchkey.token.refresh;

import static dev.latchkey.token.Device.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a device was last seen, for its person's eyes; at no statement more. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class LastSeenTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(stores);
  }

  static Stream<Arguments> uses() {
    return Stream.of(
        arguments("rotated", "generation = 1", 1),
        arguments("used for the first time", "generation = 2, rotated_at = now()", 2),
        arguments("used again", "generation = 2, rotated_at = now(), current_used = true", 2),
        arguments("served late", "generation = 2", 1),
        arguments("moved forward", "generation = 2", 5));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("uses")
  void everyUseNotesWhereTheDeviceIs(String use, String row, int shown) {
    // Given
    var tv = StoredFamily.linked(stores, "living-room-tv").age(Duration.ofDays(3)).with(row);

    // When
    var response = refresh(tv.token(shown));

    // Then
    response.statusCode(200);
    assertThat(tv.value("last_address")).isEqualTo("127.0.0.1");
    assertThat(tv.value("address")).isEqualTo("192.0.2.7");
    assertThat(tv.value("last_seen_at > now() - interval '1 minute'")).isEqualTo("true");
  }
}
