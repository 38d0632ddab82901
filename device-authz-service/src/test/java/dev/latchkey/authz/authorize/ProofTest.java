package dev.latchkey.authz.authorize;

import static dev.latchkey.authz.authorize.DeviceRequests.grant;
import static dev.latchkey.authz.authorize.DeviceRequests.isInvalid;
import static dev.latchkey.authz.authorize.DeviceRequests.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a grant is bound to from its first leg: PKCE (RFC 7636) and DPoP (RFC 9449 section 10). */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ProofTest {

  /** RFC 7636 appendix B. */
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** RFC 9449 section 6.1. */
  private static final String THUMBPRINT = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Test
  void aGrantIsBoundToTheChallenge() {
    // When
    var response =
        start("web-tv", Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256"));

    // Then
    response.statusCode(200);
    assertThat(grant(stores, response)).containsEntry("code_challenge", CHALLENGE);
  }

  @Test
  void aGrantIsBoundToTheKeyThatTheDeviceNames() {
    // When
    var response = start("secure-tv", Map.of("dpop_jkt", THUMBPRINT));

    // Then
    response.statusCode(200);
    assertThat(grant(stores, response)).containsEntry("dpop_jkt", THUMBPRINT);
  }

  @Test
  void aGrantIsBoundToBothAtOnce() {
    // When
    var response =
        start(
            "tv",
            Map.of(
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256",
                "dpop_jkt", THUMBPRINT));

    // Then
    response.statusCode(200);
    assertThat(grant(stores, response))
        .containsEntry("code_challenge", CHALLENGE)
        .containsEntry("dpop_jkt", THUMBPRINT);
  }

  @Test
  void aClientWithBoundTokensMayNameItsKeyAtThePollAlone() {
    // When
    var response = start("secure-tv", Map.of());

    // Then
    response.statusCode(200);
    assertThat(grant(stores, response)).doesNotContainKeys("dpop_jkt", "code_challenge");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refused("no method", Map.of("code_challenge", CHALLENGE), "S256"),
        refused(
            "plain", Map.of("code_challenge", CHALLENGE, "code_challenge_method", "plain"), "S256"),
        refused(
            "another case",
            Map.of("code_challenge", CHALLENGE, "code_challenge_method", "s256"),
            "S256"),
        refused(
            "method alone", Map.of("code_challenge_method", "S256"), "without a code_challenge"),
        refused(
            "challenge too short",
            Map.of("code_challenge", "short", "code_challenge_method", "S256"),
            "code_challenge is"),
        refused(
            "challenge with padding",
            Map.of("code_challenge", CHALLENGE + "=", "code_challenge_method", "S256"),
            "code_challenge is"),
        refused("thumbprint too long", Map.of("dpop_jkt", THUMBPRINT + "A"), "dpop_jkt is"),
        refused(
            "thumbprint in base64",
            Map.of("dpop_jkt", THUMBPRINT.replace('-', '+')),
            "dpop_jkt is"));
  }

  private static Arguments refused(String what, Map<String, String> parameters, String words) {
    return Arguments.arguments(what, parameters, words);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void saysWhatIsWrong(String what, Map<String, String> parameters, String words) {
    // When
    var response = start("tv", parameters);

    // Then
    isInvalid(response, words);
  }

  @Test
  void aClientThatMustSendAChallengeIsToldSo() {
    // When
    var response = start("web-tv", Map.of());

    // Then
    isInvalid(response, "must send a code_challenge with the method S256");
  }

  @Test
  void aClientThatIsNotAuthenticatedIsNotToldWhatItMustSend() {
    // When
    var response = start("printer", Map.of("code_challenge", "short"));

    // Then
    response.statusCode(401).body("error", equalTo("invalid_client"));
  }
}
