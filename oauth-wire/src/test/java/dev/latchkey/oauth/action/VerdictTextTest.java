package dev.latchkey.oauth.action;

import static dev.latchkey.oauth.action.Trigger.APPROVAL;
import static dev.latchkey.oauth.action.Trigger.REDEMPTION;
import static dev.latchkey.oauth.action.Trigger.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.action.Verdict.Denied;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTextTest {

  @ParameterizedTest
  @EnumSource
  void allowsWhatTheHookAllows(Trigger trigger) {
    // When
    var verdict = VerdictText.parse(trigger, "{\"decision\":\"allow\"}");

    // Then
    assertThat(verdict).isEqualTo(Verdict.UNCHANGED);
  }

  @ParameterizedTest
  @EnumSource
  void deniesWhatTheHookDenies(Trigger trigger) {
    // When
    var verdict = VerdictText.parse(trigger, "{\"decision\":\"deny\",\"reason\":\"Not here\"}");

    // Then
    assertThat(verdict).isEqualTo(new Denied(new Reason("Not here")));
  }

  @Test
  void aDenialNeedsNoReason() {
    // When
    var verdict = VerdictText.parse(APPROVAL, " {\"decision\":\"deny\"} ");

    // Then
    assertThat(verdict).isEqualTo(new Denied(new Reason("")));
  }

  @Test
  void takesClaimsOfEveryType() {
    // When
    var verdict =
        redemption(
            """
            {"decision": "allow", "access_token_lifetime": 300, "claims": {
              "plan": "gold", "beta": true, "seats": 3, "load": 0.5, "roles": ["a", "b"],
              "https://example.com/site": {"id": "s1", "floor": [1, {"x": 2}]}}}
            """);

    // Then
    assertThat(verdict)
        .isEqualTo(
            new Allowed(
                Map.of(
                    "plan",
                    "gold",
                    "beta",
                    true,
                    "seats",
                    3L,
                    "load",
                    0.5,
                    "roles",
                    List.of("a", "b"),
                    "https://example.com/site",
                    Map.of("id", "s1", "floor", List.of(1L, Map.of("x", 2L)))),
                Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss",
        "sub",
        "aud",
        "exp",
        "nbf",
        "iat",
        "jti",
        "scope",
        "client_id",
        "cnf",
        "act",
        "auth_time",
        "acr",
        "amr",
        "device_id",
        "active",
        "token_type",
        "username"
      })
  void aHookDoesNotSayWhatWeSay(String claim) {
    // Given
    var answer = "{\"decision\":\"allow\",\"claims\":{\"" + claim + "\":\"x\"}}";

    // Then
    assertThatThrownBy(() -> redemption(answer))
        .isInstanceOf(HookFailure.class)
        .hasMessageContaining(claim);
  }

  static Stream<Arguments> shapesOfOthers() {
    return Stream.of(
        arguments(START, "\"claims\":{\"plan\":\"gold\"}"),
        arguments(START, "\"access_token_lifetime\":60"),
        arguments(APPROVAL, "\"claims\":{\"plan\":\"gold\"}"),
        arguments(APPROVAL, "\"code_lifetime\":60"),
        arguments(REDEMPTION, "\"code_lifetime\":60"));
  }

  @ParameterizedTest
  @MethodSource("shapesOfOthers")
  void whatATriggerDoesNotKnowIsNoPermission(Trigger trigger, String member) {
    // Given
    var answer = "{\"decision\":\"allow\"," + member + "}";

    // Then
    assertThatThrownBy(() -> VerdictText.parse(trigger, answer)).isInstanceOf(HookFailure.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yes",
        "null",
        "true",
        "\"allow\"",
        "[{\"decision\":\"allow\"}]",
        "{}",
        "{\"decision\":null}",
        "{\"decision\":true}",
        "{\"decision\":[\"allow\"]}",
        "{\"decision\":\"Allow\"}",
        "{\"decision\":\"allow\"",
        "{\"decision\":\"allow\"} {}",
        "{\"decision\":\"deny\",\"decision\":\"allow\"}",
        "{\"decision\":\"allow\",\"reason\":\"because\"}",
        "{\"decision\":\"allow\",\"note\":\"unknown\"}",
        "{\"decision\":\"deny\",\"reason\":7}",
        "{\"decision\":\"deny\",\"reason\":null}",
        "{\"decision\":\"deny\",\"claims\":{}}",
        "{\"decision\":\"allow\",\"access_token_lifetime\":0}",
        "{\"decision\":\"allow\",\"access_token_lifetime\":-1}",
        "{\"decision\":\"allow\",\"access_token_lifetime\":1.5}",
        "{\"decision\":\"allow\",\"access_token_lifetime\":\"60\"}",
        "{\"decision\":\"allow\",\"access_token_lifetime\":99999999999}",
        "{\"decision\":\"allow\",\"claims\":null}",
        "{\"decision\":\"allow\",\"claims\":[]}",
        "{\"decision\":\"allow\",\"claims\":{\"plan\":null}}",
        "{\"decision\":\"allow\",\"claims\":{\"plan\":[null]}}",
        "{\"decision\":\"allow\",\"claims\":{\"\":1}}",
        "{\"decision\":\"allow\",\"claims\":{\"two words\":1}}",
        "{\"decision\":\"allow\",\"claims\":{\"n\":9007199254740992}}",
        "{\"decision\":\"allow\",\"claims\":{\"n\":1e999}}",
        "{\"decision\":\"allow\",\"claims\":{\"n\":1,\"n\":2}}",
        "{\"decision\":\"allow\",\"claims\":{\"deep\":[[[[[[[[1]]]]]]]]}}"
      })
  void whatIsNotUnderstoodIsNoPermission(String answer) {
    // Then
    assertThatThrownBy(() -> redemption(answer)).isInstanceOf(HookFailure.class);
  }

  @Test
  void claimsAreBounded() {
    // Given
    var large = "{\"decision\":\"allow\",\"claims\":{\"x\":\"" + "x".repeat(4_096) + "\"}}";
    var many =
        Stream.iterate(0, n -> n + 1)
            .limit(33)
            .map(n -> "\"c" + n + "\":1")
            .toList()
            .toString()
            .replace("[", "{")
            .replace("]", "}");

    // Then
    assertThatThrownBy(() -> redemption(large)).isInstanceOf(HookFailure.class);
    assertThatThrownBy(() -> redemption("{\"decision\":\"allow\",\"claims\":" + many + "}"))
        .isInstanceOf(HookFailure.class);
  }

  @Test
  void aFailureDoesNotRepeatTheAnswer() {
    // Then
    assertThatThrownBy(() -> redemption("{\"decision\":\"allow\",\"claims\":{\"plan\":secret}}"))
        .hasMessageNotContaining("secret")
        .hasNoCause();
  }

  @Test
  void lifetimesAreShortenedAndNeverLengthened() {
    // Given
    var allowed = new Allowed(Map.of(), Duration.ofMinutes(5));

    // Then
    assertThat(allowed.shortened(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(5));
    assertThat(allowed.shortened(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
    assertThat(Verdict.UNCHANGED.shortened(Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
  }

  private static Verdict redemption(String answer) {
    return VerdictText.parse(REDEMPTION, answer);
  }
}
