package dev.latchkey.authz.registry.file;

import static dev.latchkey.authz.registry.file.RegistryText.client;
import static dev.latchkey.authz.registry.file.RegistryText.read;
import static dev.latchkey.authz.registry.file.RegistryText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.client.ClientKeys;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysReaderTest {

  private static final String BY_KEY = "token_endpoint_auth_method: private_key_jwt";

  static Stream<JsonWebKey> strongKeys() throws JoseException {
    return Stream.of(
        RsaJwkGenerator.generateJwk(2048),
        EcJwkGenerator.generateJwk(EllipticCurves.P256),
        OkpJwkGenerator.generateJwk("Ed25519"));
  }

  /** Too weak, made to cost us time, or of a kind that no algorithm of ours takes. */
  static Stream<JsonWebKey> uselessKeys() throws Exception {
    return Stream.of(
        RsaJwkGenerator.generateJwk(1024),
        rsa(2048, BigInteger.ONE.setBit(2000)),
        rsa(4097, RSAKeyGenParameterSpec.F4),
        EcJwkGenerator.generateJwk(EllipticCurves.P384),
        EcJwkGenerator.generateJwk(EllipticCurves.P521),
        OkpJwkGenerator.generateJwk("Ed448"),
        OkpJwkGenerator.generateJwk("X25519"));
  }

  private static JsonWebKey rsa(int bits, BigInteger exponent) throws GeneralSecurityException {
    var modulus = BigInteger.ONE.setBit(bits - 1);
    return new RsaJsonWebKey(
        (RSAPublicKey)
            KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
  }

  @ParameterizedTest
  @MethodSource("strongKeys")
  void takesPublicKeysOfEveryKindThatSigns(JsonWebKey key) {
    // Given
    var json = key.toJson(OutputControlLevel.PUBLIC_ONLY);

    // When
    var client = client(BY_KEY, "jwks: { keys: [ " + json + " ] }");

    // Then
    assertThat(client.keys()).contains(new ClientKeys.Inline("{\"keys\":[" + json + "]}"));
  }

  @ParameterizedTest
  @MethodSource("strongKeys")
  void aPrivateKeyIsRefusedAndNotRepeated(JsonWebKey key) {
    // Given
    var json = key.toJson(OutputControlLevel.INCLUDE_PRIVATE);

    // When
    var reading = refusal(BY_KEY, "jwks: { keys: [ " + json + " ] }");

    // Then
    reading
        .hasMessageStartingWith("line 10: clients[0].jwks.keys[0] has a private")
        .hasMessageNotContaining(
            String.valueOf(key.toParams(OutputControlLevel.INCLUDE_PRIVATE).get("d")));
  }

  @Test
  void aSymmetricKeyIsRefusedAndNotRepeated() {
    // Given
    var key = OctJwkGenerator.generateJwk(256);
    var json = key.toJson(OutputControlLevel.INCLUDE_SYMMETRIC);

    // When
    var reading = refusal(BY_KEY, "jwks: { keys: [ " + json + " ] }");

    // Then
    reading
        .hasMessageContaining("clients[0].jwks.keys[0]")
        .hasMessageNotContaining(
            String.valueOf(key.toParams(OutputControlLevel.INCLUDE_SYMMETRIC).get("k")));
  }

  @ParameterizedTest
  @MethodSource("uselessKeys")
  void aKeyThatIsTooWeakOrForSomethingElseIsRefused(JsonWebKey key) {
    // Given
    var json = key.toJson(OutputControlLevel.PUBLIC_ONLY);

    // When
    var reading = refusal(BY_KEY, "jwks: { keys: [ " + json + " ] }");

    // Then
    reading.hasMessageStartingWith("line 10: clients[0].jwks.keys[0]");
  }

  @Test
  void takesAnAddressOfKeys() {
    // When
    var client = client(BY_KEY, "jwks_uri: https://keys.example.com/jwks?of=tv");

    // Then
    assertThat(client.keys())
        .contains(new ClientKeys.At(URI.create("https://keys.example.com/jwks?of=tv")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:9/jwks", "http://127.0.0.1/jwks", "http://[::1]:9/"})
  void plainHttpIsForOnesOwnMachineInTheLocalProfileAlone(String uri) {
    // When
    var local = read(true, BY_KEY, "jwks_uri: '" + uri + "'").clients().get(0).client();
    var elsewhere = refusal(BY_KEY, "jwks_uri: '" + uri + "'");

    // Then
    assertThat(local.keys()).contains(new ClientKeys.At(URI.create(uri)));
    elsewhere.hasMessageStartingWith("line 10: clients[0].jwks_uri is no https address");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jwks: { keys: [] }                              | line 10: clients[0].jwks is
          jwks: { keys: { kty: EC } }                     | line 10: clients[0].jwks is
          jwks: wonderland                                | line 10: clients[0].jwks is
          jwks:                                           | line 10: clients[0].jwks is
          jwks: { keys: [wonderland] }                    | line 10: clients[0].jwks.keys[0] is
          jwks: { keys: [{ kty: EC, crv: P-256 }] }       | line 10: clients[0].jwks.keys[0] is
          jwks: { keys: [{ kty: EC, x: wonderland }] }    | line 10: clients[0].jwks.keys[0] is
          jwks: { keys: [{ kid: 7 }] }                    | line 10: clients[0].jwks.keys[0].kid is
          jwks: { keys: [{ kty: EC, use: enc }] }         | line 10: clients[0].jwks.keys[0].use is
          jwks_uri: keys.example.com/jwks                 | line 10: clients[0].jwks_uri is
          jwks_uri: https:/jwks                           | line 10: clients[0].jwks_uri has
          jwks_uri: https://keys.example.com/jwks#tv      | line 10: clients[0].jwks_uri has
          jwks_uri: https://tv:wonderland@example.com/    | line 10: clients[0].jwks_uri has
          jwks_uri: 'https://wonder land'                 | line 10: clients[0].jwks_uri is
          client_secret: { env: SECRET }                  | line 10: clients[0].client_secret is
          enabled: true                                   | line 7: clients[0] has
          """)
  void namesLineAndFieldOfAMistake(String mistake, String message) {
    // When
    var reading = refusal(BY_KEY, mistake);

    // Then
    reading.hasMessageStartingWith(message).hasMessageNotContaining("wonder");
  }

  @Test
  void keysStandInOnePlaceAndHaveNamesOfTheirOwn() throws JoseException {
    // Given
    var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
    key.setKeyId("the-key");
    var json = key.toJson(OutputControlLevel.PUBLIC_ONLY);

    // When
    var both = refusal(BY_KEY, "jwks: { keys: [ " + json + " ] }", "jwks_uri: https://example.com");
    var twins = refusal(BY_KEY, "jwks: { keys: [ " + json + ", " + json + " ] }");

    // Then
    both.hasMessageStartingWith("line 11: clients[0].jwks_uri");
    twins.hasMessageStartingWith("line 10: clients[0].jwks.keys[1].kid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwks: { keys: [] }", "jwks_uri: https://keys.example.com/jwks"})
  void keysAreForClientsThatAuthenticateByThem(String keys) {
    // When
    var open = refusal("token_endpoint_auth_method: none", keys);
    var secret = refusal("client_secret: { env: SECRET }", keys);

    // Then
    open.hasMessageStartingWith("line 10: clients[0].jwks");
    secret.hasMessageStartingWith("line 10: clients[0].jwks");
  }
}
