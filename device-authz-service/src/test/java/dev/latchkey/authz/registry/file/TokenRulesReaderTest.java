package dev.latchkey.authz.registry.file;

import static dev.latchkey.authz.registry.file.RegistryText.client;
import static dev.latchkey.authz.registry.file.RegistryText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.authz.registry.TokenRules;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRulesReaderTest {

  private static final String PUBLIC = "token_endpoint_auth_method: none";

  @Test
  void leavesToTheInstallationWhatIsNotSaid() {
    // When
    var client = client(PUBLIC);

    // Then
    assertThat(client.tokens()).isEqualTo(TokenRules.DEFAULT);
    assertThat(client.requiresPkce()).isFalse();
  }

  @Test
  void readsEveryRule() {
    // When
    var client =
        client(
            PUBLIC,
            "require_pkce: true",
            "dpop_bound_access_tokens: true",
            "refresh_token: { rotation: false, idle_lifetime: 365d, absolute_lifetime: 3650d }",
            "id_token_signed_response_alg: EdDSA");

    // Then
    assertThat(client.requiresPkce()).isTrue();
    assertThat(client.tokens())
        .isEqualTo(
            new TokenRules(
                true,
                false,
                Optional.of(Duration.ofDays(365)),
                Optional.of(Duration.ofDays(3650)),
                Optional.of("EdDSA")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"client_secret: { env: SECRET }", PUBLIC})
  void aRefreshTokenStaysTheSameOnlyIfAThiefCannotUseIt(String authentication) {
    // Given
    var rotation = "refresh_token: { rotation: false }";

    // When
    var bound = client(authentication, "dpop_bound_access_tokens: true", rotation);

    // Then
    assertThat(bound.tokens().rotatesRefreshTokens()).isFalse();
    if (authentication.equals(PUBLIC)) {
      refusal(authentication, rotation)
          .hasMessageStartingWith("line 10: clients[0].refresh_token.rotation");
    } else {
      assertThat(client(authentication, rotation).tokens().rotatesRefreshTokens()).isFalse();
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          refresh_token: { idle_lifetime: 0s }         | clients[0].refresh_token.idle_lifetime
          refresh_token: { absolute_lifetime: 3651d }  | clients[0].refresh_token.absolute_lifetime
          refresh_token: { idle_lifetime: a year }     | clients[0].refresh_token.idle_lifetime
          refresh_token: { idle_lifetime: 2d, absolute_lifetime: 1d } | clients[0].refresh_token.idle_lifetime
          refresh_token: { rotate: true }              | clients[0].refresh_token.rotate
          refresh_token: wonderland                    | clients[0].refresh_token
          require_pkce: often                          | clients[0].require_pkce
          id_token_signed_response_alg: none           | clients[0].id_token_signed_response_alg
          id_token_signed_response_alg: HS256          | clients[0].id_token_signed_response_alg
          """)
  void namesLineAndFieldOfAMistake(String mistake, String field) {
    // When
    var reading = refusal(PUBLIC, mistake);

    // Then
    reading.hasMessageStartingWith("line 10: " + field + " ");
  }
}
