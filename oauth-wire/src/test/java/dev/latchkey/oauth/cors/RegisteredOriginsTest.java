package dev.latchkey.oauth.cors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.oauth.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegisteredOriginsTest {

  private static final String TV = "https://tv.example.com";

  private Duration now = Duration.ZERO;
  private boolean isAway;
  private final RegisteredOrigins origins = new RegisteredOrigins(this::load, this::now);

  @Test
  void pagesMayAskOnWhileTheRegistryIsAway() {
    // Given
    isAllowed(TV);
    isAway = true;
    now = Duration.ofMinutes(14);

    // When
    var allowed = isAllowed(TV);

    // Then
    assertThat(allowed).isTrue();
    assertThat(isAllowed("https://other.example.com")).isFalse();
    now = Duration.ofMinutes(20);
    assertThatThrownBy(() -> isAllowed(TV)).isInstanceOf(StoreUnavailableException.class);
  }

  private boolean isAllowed(String origin) {
    return origins.isAllowed(origin).await().indefinitely();
  }

  private long now() {
    return now.toNanos();
  }

  private Uni<Set<String>> load() {
    return isAway
        ? Uni.createFrom().failure(new StoreUnavailableException("away"))
        : Uni.createFrom().item(Set.of(TV));
  }
}
