package dev.latchkey.token.refresh;

import static dev.latchkey.token.Device.isRefused;
import static dev.latchkey.token.Device.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lifetimes refuse without revoking: one that was set too short logs nobody out for good. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RefreshLifetimesTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    FamilyKinds.moveIn(stores());
  }

  @Test
  void endsWhatWasNotUsedForTooLong() {
    // Given
    var family = tv().age(Duration.ofDays(365));

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    assertThat(family.read().revocation()).isEmpty();
  }

  @Test
  void endsWhatIsTooOldHoweverMuchUsed() {
    // Given
    var family = tv().age(Duration.ofDays(3650)).with("rotated_at = now(), last_seen_at = now()");

    // When
    var response = refresh(family.token(1));

    // Then
    isRefused(response);
    assertThat(family.read().revocation()).isEmpty();
  }

  @Test
  void aClientMayHaveShorterLifetimes() {
    // Given
    var family =
        StoredFamily.linked(stores(), FamilyKinds.SHORT_LIVED)
            .age(Duration.ofSeconds(FamilyTwin.SHORT_IDLE));

    // When
    var response = refresh(family.token(1), FamilyKinds.SHORT_LIVED);

    // Then
    isRefused(response);
    assertThat(family.read().revocation()).isEmpty();
  }

  private StoredFamily tv() {
    return StoredFamily.linked(stores(), "living-room-tv");
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
