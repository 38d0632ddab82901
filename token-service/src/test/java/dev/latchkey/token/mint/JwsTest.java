package dev.latchkey.token.mint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.token.keys.Algorithm;
import dev.latchkey.token.keys.SigningKey;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwsTest {

  private static final SigningLibrary NOT_LOADED_YET = new SigningLibrary();
  private static final SigningLibrary LOADED = loaded();

  static Stream<Arguments> keysAndLibraries() {
    return Stream.of(
            key(Algorithm.ES256, "EC", 256),
            key(Algorithm.RS256, "RSA", 2048),
            key(Algorithm.EDDSA, "Ed25519", 255))
        .flatMap(key -> Stream.of(Arguments.of(key, NOT_LOADED_YET), Arguments.of(key, LOADED)));
  }

  @ParameterizedTest
  @MethodSource("keysAndLibraries")
  void whateverSignsTheTokenVerifies(SigningKey key, SigningLibrary library) throws Exception {
    // When
    var token = new Jws(library).sign(claims(), "at+jwt", key);

    // Then: by the JDK, which computed it only before the library was loaded
    var read =
        new JwtConsumerBuilder()
            .setVerificationKey(key.publicKey())
            .setExpectedType(true, "at+jwt")
            .setSkipDefaultAudienceValidation()
            .build()
            .process(token);
    assertThat(read.getJwtClaims().getClaimsMap()).isEqualTo(claims().getClaimsMap());
    assertThat(read.getJoseObjects())
        .singleElement()
        .satisfies(
            jws -> {
              assertThat(jws.getAlgorithmHeaderValue()).isEqualTo(key.algorithm().jwa());
              assertThat(jws.getKeyIdHeaderValue()).isEqualTo(key.kid());
            });
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void onServersTheFastLibraryIsThere() {
    // When
    var signer = LOADED.signer(key(Algorithm.ES256, "EC", 256));

    // Then
    assertThat(signer.library().getSuppliedKeyProviderContext().getSignatureProvider())
        .isEqualTo(SigningLibrary.FASTER);
  }

  @Test
  void aSignerDoesNotPrintItsKey() {
    // When
    var printed = LOADED.signer(key(Algorithm.ES256, "EC", 256)).toString();

    // Then
    assertThat(printed).isEqualTo("Signer[EC]");
  }

  private static JwtClaims claims() {
    var claims = new JwtClaims();
    claims.setSubject("0b2f6c3a-4f2e-4d7e-9d53-5a4f6f9f0001");
    claims.setAudience(List.of("https://api.example.com", "https://tv.example.com/userinfo"));
    return claims;
  }

  private static SigningKey key(Algorithm algorithm, String family, int bits) {
    try {
      var generator = KeyPairGenerator.getInstance(family);
      generator.initialize(bits);
      var pair = generator.generateKeyPair();
      return new SigningKey(
          UUID.randomUUID().toString(), algorithm, pair.getPublic(), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + family, e);
    }
  }

  private static SigningLibrary loaded() {
    var library = new SigningLibrary();
    library.load();
    return library;
  }
}
