package dev.latchkey.token.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwkSetTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @EnumSource
  void anotherLibraryReadsTheKey(Algorithm algorithm) throws java.text.ParseException {
    // Given
    var pair = algorithm.generate();
    var record = new KeyRecord("k1", algorithm, new KeyLife(NOW, NOW, null, null));

    // When
    var set = JWKSet.parse(JwkSet.of(List.of(new PublishedKey(record, pair.getPublic()))).json());

    // Then
    assertThat(set.getKeyByKeyId("k1"))
        .satisfies(
            key -> {
              assertThat(key.isPrivate()).isFalse();
              assertThat(key.getAlgorithm().getName()).isEqualTo(algorithm.jwa());
              assertThat(key.getKeyUse().identifier()).isEqualTo("sig");
            });
  }

  @ParameterizedTest
  @EnumSource
  void whatAKeySignsItsStoredFormVerifies(Algorithm algorithm) throws ParseException {
    // Given
    var pair = algorithm.generate();
    var stored = algorithm.privateKey(pair.getPrivate().getEncoded());
    var token =
        Jwt.issuer("https://tv.example.com")
            .subject("alice")
            .jws()
            .algorithm(algorithm.signature())
            .sign(stored);
    var expected =
        new JWTAuthContextInfo(
            algorithm.publicKey(pair.getPublic().getEncoded()), "https://tv.example.com");
    expected.setSignatureAlgorithm(EnumSet.of(algorithm.signature()));

    // When
    var read = new DefaultJWTParser(expected).parse(token);

    // Then
    assertThat(read.getSubject()).isEqualTo("alice");
  }
}
