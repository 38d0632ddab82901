package dev.latchkey.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.BrowserId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

  @Test
  void has256RandomBits() {
    // When
    var ids = Stream.generate(SessionId::random).limit(1000).toList();

    // Then
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.value().length() == 43);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "../../etc/passwd", "*"})
  void aCookieWeCannotHaveSetIsNone(String sent) {
    // When
    var id = SessionId.parse(sent);

    // Then
    assertThat(id).isEmpty();
  }

  @Test
  void neverPrintsItself() {
    // Given
    var id = SessionId.random();
    var session =
        new BrowserSession(
            id, new BrowserId("browser"), "csrf", Optional.empty(), Optional.empty(), Map.of());

    // When
    var printed = id + " " + session;

    // Then
    assertThat(printed).doesNotContain(id.value()).doesNotContain("csrf");
  }
}
