package dev.latchkey.oauth.token;

import static com.nimbusds.jose.JWSAlgorithm.ES256;
import static com.nimbusds.jose.JWSAlgorithm.PS256;
import static com.nimbusds.jose.JWSAlgorithm.RS256;
import static dev.latchkey.oauth.token.Tokens.EC;
import static dev.latchkey.oauth.token.Tokens.RSA;
import static dev.latchkey.oauth.token.Tokens.bound;
import static dev.latchkey.oauth.token.Tokens.claims;
import static dev.latchkey.oauth.token.Tokens.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.util.Base64URL;
import dev.latchkey.oauth.dpop.InMemory;
import dev.latchkey.oauth.origin.KnownOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTokensTest {

  private final InMemory memory = new InMemory();
  private final Tokens keys = new Tokens();
  private final AccessTokens tokens =
      new AccessTokens(() -> keys, memory, KnownOrigin.of(Tokens.ISSUER));

  static Stream<Arguments> ours() throws Exception {
    return Stream.of(
        arguments("by the EC key", sign(claims())),
        arguments("by the RSA key", sign(claims(), RSA, RS256, header -> header)),
        arguments(
            "with the long type",
            sign(
                claims(),
                EC,
                ES256,
                header -> header.type(new JOSEObjectType("application/at+jwt")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ours")
  void readsATokenOfOurs(String name, String token) {
    // When
    var read = verify(token).orElseThrow();

    // Then
    assertThat(read.getSubject()).isEqualTo("alice");
    assertThat(TokenClaims.hasAudience(read, Tokens.ISSUER + "/userinfo")).isTrue();
    assertThat(TokenClaims.hasAudience(read, Tokens.ISSUER + "/admin")).isFalse();
    assertThat(TokenClaims.scope(read)).hasToString("openid watch");
    assertThat(TokenClaims.boundTo(read)).isEmpty();
  }

  @Test
  void tellsTheKeyThatATokenIsBoundTo() throws Exception {
    // When
    var read = verify(sign(bound("thumbprint"))).orElseThrow();

    // Then
    assertThat(TokenClaims.boundTo(read)).contains("thumbprint");
  }

  static Stream<Arguments> others() throws Exception {
    var right = sign(claims());
    var payload = right.split("\\.", -1)[1];
    return Stream.of(
        arguments("nothing", ""),
        arguments("garbage", "garbage"),
        arguments("empty parts", ".."),
        arguments("a header that is no JSON", "AAAA." + payload + ".AAAA"),
        arguments(
            "a kid that is a number", odd("{\"typ\":\"at+jwt\",\"alg\":\"ES256\",\"kid\":1}")),
        arguments("an alg that is a list", odd("{\"typ\":\"at+jwt\",\"alg\":[],\"kid\":\"ec\"}")),
        arguments("alg none", odd("{\"typ\":\"at+jwt\",\"alg\":\"none\",\"kid\":\"ec\"}")),
        arguments(
            "an ID token", sign(claims(), EC, ES256, header -> header.type(JOSEObjectType.JWT))),
        arguments("no kid", sign(claims(), EC, ES256, header -> header.keyID(null))),
        arguments("an unknown kid", sign(claims(), EC, ES256, header -> header.keyID("x"))),
        arguments("another's key", sign(claims(), Tokens.ecKey("ec"), ES256, header -> header)),
        arguments("another algorithm of the key", sign(claims(), RSA, PS256, header -> header)),
        arguments(
            "critical headers",
            sign(claims(), EC, ES256, header -> header.criticalParams(Set.of("x")))),
        arguments("another issuer", sign(claims().issuer("https://evil.example.com"))),
        arguments(
            "over for a second",
            sign(claims().expirationTime(Date.from(Instant.now().minusSeconds(1))))),
        arguments("without end", sign(claims().expirationTime(null))),
        arguments("no jti", sign(claims().jwtID(null))),
        arguments("changed", right.replace(payload, payload.substring(4))),
        arguments("long", sign(claims().claim("more", "x".repeat(8192)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void isSilentAboutAnyOther(String name, String token) {
    assertThat(verify(token)).isEmpty();
  }

  @Test
  void isSilentAboutARevokedOne() throws Exception {
    // Given
    var token = sign(claims().jwtID("stolen"));
    memory.revoke("stolen", Duration.ofMinutes(1)).await().indefinitely();

    // When
    var read = verify(token);

    // Then
    assertThat(read).isEmpty();
  }

  private Optional<JsonWebToken> verify(String token) {
    return tokens.verify(token).await().atMost(Duration.ofSeconds(5));
  }

  private static String odd(String header) {
    return Base64URL.encode(header) + "." + Base64URL.encode("{}") + ".AAAA";
  }
}
