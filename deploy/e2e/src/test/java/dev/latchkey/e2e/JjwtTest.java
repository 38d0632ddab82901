package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.local.LocalSystem;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.JwkSet;
import io.jsonwebtoken.security.Jwks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Key;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our tokens and keys as JJWT reads them: a second opinion beside Nimbus. */
@ExtendWith(Latchkey.class)
class JjwtTest {

  private static final String RS256_CLIENT = "rs256-tv";

  private final LocalSystem system;

  JjwtTest(LocalSystem system) {
    this.system = system;
  }

  @Test
  void verifiesAnAccessToken(Tv tv) throws Exception {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());

    // When
    var read = read(tokens.accessToken());

    // Then
    assertThat(read.getHeader().getType()).isEqualTo("at+jwt");
    assertThat(read.getHeader().getAlgorithm()).isEqualTo("ES256");
    var claims = read.getPayload();
    assertThat(claims.getAudience())
        .containsExactlyInAnyOrder("https://api.example.com/tv", system.url() + "/userinfo");
    assertThat(claims.get("client_id")).isEqualTo(Tv.CLIENT);
    assertThat(claims.get("scope")).isEqualTo(Tv.SCOPE);
    assertThat(claims.getId()).isNotBlank();
  }

  @Test
  void verifiesAnIdToken(Tv tv) throws Exception {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());

    // When
    var read = read(tokens.text("id_token"));

    // Then
    assertThat(read.getHeader().getAlgorithm()).isEqualTo("ES256");
    isAnIdToken(read.getPayload(), Tv.CLIENT, tokens);
  }

  @Test
  void verifiesAnIdTokenByRsaOfAClientThatWantsOne(Tv tv) throws Exception {
    // Given
    var tokens = tv.of(RS256_CLIENT).signIn(Phone.ofAlice());

    // When
    var read = read(tokens.text("id_token"));

    // Then
    assertThat(read.getHeader().getAlgorithm()).isEqualTo("RS256");
    isAnIdToken(read.getPayload(), RS256_CLIENT, tokens);
    assertThat(read(tokens.accessToken()).getHeader().getAlgorithm()).isEqualTo("ES256");
  }

  /** OpenID Connect Core section 3.1.3.7, as far as it is about a token without a front channel. */
  private static void isAnIdToken(Claims claims, String client, Answer tokens) throws Exception {
    assertThat(claims.getAudience()).containsExactly(client);
    assertThat(claims.getExpiration()).isInTheFuture();
    assertThat(claims.getIssuedAt().toInstant())
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(claims).doesNotContainKey("nonce");
    assertThat(Instant.ofEpochSecond(claims.get("auth_time", Long.class)))
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(claims.get("at_hash")).isEqualTo(halfHash(tokens.accessToken()));
  }

  /** Section 3.1.3.6. */
  private static String halfHash(String accessToken) throws Exception {
    var hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(US_ASCII));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, hash.length / 2));
  }

  private Jws<Claims> read(String token) throws Exception {
    var keys = keys();
    return Jwts.parser()
        .keyLocator(header -> key(keys, (JwsHeader) header))
        .requireIssuer(system.url().toString())
        .build()
        .parseSignedClaims(token);
  }

  private static Key key(JwkSet keys, JwsHeader header) {
    return keys.getKeys().stream()
        .filter(key -> header.getKeyId().equals(key.getId()))
        .map(Jwk::toKey)
        .findFirst()
        .orElseThrow();
  }

  private JwkSet keys() throws IOException, InterruptedException {
    var address = URI.create(system.url() + "/.well-known/jwks.json");
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      return Jwks.setParser().build().parse(answer.body());
    }
  }
}
