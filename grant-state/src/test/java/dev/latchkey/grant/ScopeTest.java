package dev.latchkey.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTest {

  @Test
  void nothingIsAScopeToo() {
    // When
    var scope = Scope.parse("").orElseThrow();

    // Then
    assertThat(scope).isEqualTo(Scope.NONE).hasToString("");
    assertThat(scope.isEmpty()).isTrue();
  }

  @Test
  void isReadAsItWasWritten() {
    // Given
    var scope = Scope.parse("openid api:read https://x.example/y").orElseThrow();

    // When
    var read = Scope.stored(scope.toString());

    // Then
    assertThat(read).isEqualTo(scope);
  }

  @Test
  void coversWhatItHas() {
    // Given
    var scope = Scope.stored("openid watch");

    // Then
    assertThat(scope.covers(Scope.stored("watch"))).isTrue();
    assertThat(scope.covers(Scope.NONE)).isTrue();
    assertThat(scope.covers(Scope.stored("watch record"))).isFalse();
    assertThat(scope.contains("watch")).isTrue();
    assertThat(scope.contains("record")).isFalse();
  }

  @Test
  void anIntersectionHasWhatBothHave() {
    // When
    var both = Scope.stored("openid watch record").intersect(List.of("record", "openid", "play"));

    // Then
    assertThat(both).hasToString("openid record");
  }
}
