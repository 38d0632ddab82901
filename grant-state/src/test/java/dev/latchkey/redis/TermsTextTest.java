package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TermsTextTest {

  static Stream<Terms> terms() {
    return Stream.of(Terms.of(Grants.FULL), Terms.of(Grants.BARE), scopes("b a"), groups("z", "a"));
  }

  @ParameterizedTest
  @MethodSource("terms")
  void readsWhatItWrote(Terms terms) {
    // When
    var read = TermsText.read(TermsText.of(terms));

    // Then
    assertThat(read).isEqualTo(terms);
  }

  @Test
  void isTheSameInWhateverOrderThingsWithoutOneCome() {
    // Given
    var one = groups("night staff", "owners");
    var other = groups("owners", "night staff");

    // When
    var texts = Stream.of(one, other).map(TermsText::of);

    // Then
    assertThat(texts.distinct()).hasSize(1);
  }

  @Test
  void keepsTheOrderOfScopes() {
    // When
    var texts = Stream.of(scopes("a b"), scopes("b a")).map(TermsText::of);

    // Then
    assertThat(texts.distinct()).hasSize(2);
  }

  @Test
  void aVersionOfTomorrowIsNotGuessedAt() {
    // Given
    var text = TermsText.of(Terms.of(Grants.BARE)).replace("\"v\":\"1\"", "\"v\":\"2\"");

    // Then
    assertThatThrownBy(() -> TermsText.read(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version 2");
  }

  private static Terms scopes(String scope) {
    var words = new LinkedHashMap<String, Words>();
    for (var token : List.of(scope.split(" "))) {
      words.put(token, new Words(Map.of("en", "To " + token, "ar", "عربي")));
    }
    return new Terms(
        "Telly \"65\"", null, scope, words, null, true, Duration.ofHours(1), "****-****", NONE);
  }

  private static final ApprovalPolicy NONE = ApprovalPolicy.NONE;

  private static Terms groups(String... groups) {
    var policy =
        new ApprovalPolicy(
            false,
            false,
            new LinkedHashSet<>(List.of("10.0.0.0/8")),
            false,
            new LinkedHashSet<>(List.of(groups)),
            false);
    return new Terms(
        "Telly", null, "a", Map.of(), null, false, Duration.ofHours(1), "****-****", policy);
  }
}
