package dev.latchkey.oauth.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenClaimsTest {

  private static final UUID DEVICE = UUID.fromString("7f2c5a1e-0d3b-4c7e-9a55-0a1b2c3d4e5f");

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @CsvSource({"client:ops, ops, true", "client:ops, tv, false", "ops, ops, false"})
  void aClientsOwnTokenIsKnownByItsSubject(String subject, String client, boolean own) {
    // Given
    var token = token(Map.of("sub", subject, "client_id", client));

    // When
    var isOwn = TokenClaims.isOfClientItself(token);

    // Then
    assertThat(isOwn).isEqualTo(own);
  }

  @Test
  void theSubjectOfAClientIsWrittenAsItIsRead() {
    // When
    var subject = TokenClaims.subject(new ClientId("ops"));

    // Then
    assertThat(subject).isEqualTo("client:ops");
  }

  @Test
  void aTokenNamesItsDevice() {
    // Given
    var token = token(Map.of("device_id", DEVICE.toString()));

    // When
    var device = TokenClaims.device(token);

    // Then
    assertThat(device).contains(DEVICE);
  }

  @Test
  void aTokenOfNoDeviceNamesNone() {
    // Given
    var token = token(Map.of());

    // When
    var device = TokenClaims.device(token);

    // Then
    assertThat(device).isEmpty();
  }

  @Test
  void theKeyOfATokenDecidesItsScheme() {
    // Given
    var bound = token(Map.of("cnf", Map.of("jkt", "thumbprint")));
    var bare = token(Map.of());

    // When
    var schemes = new String[] {TokenClaims.scheme(bound), TokenClaims.scheme(bare)};

    // Then
    assertThat(schemes).containsExactly("DPoP", "Bearer");
  }

  private static JsonWebToken token(Map<String, Object> claims) {
    var said = new JwtClaims();
    claims.forEach(said::setClaim);
    return new DefaultJWTCallerPrincipal(said);
  }
}
