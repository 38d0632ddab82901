package dev.latchkey.oauth.dpop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import dev.latchkey.oauth.dpop.DpopProofs.Nonce;
import dev.latchkey.oauth.jose.RsaStrength;
import dev.latchkey.oauth.origin.KnownOrigin;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public address differs from the server's own: behind a proxy it always does. */
class DpopProofsTest {

  private static final String ADDRESS = "https://login.example.com/oauth/token";
  private static final String TOKEN = "an.access.token";
  private static final ECKey KEY = ecKey(Curve.P_256);

  private final InMemory memory = new InMemory();
  private @Nullable ProofEndpoint endpoint;
  private @Nullable String token;
  private Nonce nonce = Nonce.OPTIONAL;

  @BeforeEach
  void open() throws Exception {
    var proofs = KnownProofs.of(KnownOrigin.of("https://login.example.com"), memory);
    endpoint =
        new ProofEndpoint(
            request ->
                (token == null
                        ? proofs.verify(request, nonce)
                        : proofs.verify(request, nonce, token))
                    .map(thumbprint -> thumbprint.orElse("nobody")));
  }

  @AfterEach
  void close() {
    endpoint().close();
  }

  static Stream<Arguments> keys() throws Exception {
    return Stream.of(
        arguments(JWSAlgorithm.ES256, KEY),
        arguments(JWSAlgorithm.RS256, new RSAKeyGenerator(2048).generate()),
        arguments(JWSAlgorithm.PS256, new RSAKeyGenerator(2048).generate()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void tellsTheKeyOfAProof(JWSAlgorithm algorithm, JWK key) throws Exception {
    // Given
    var proof =
        new DefaultDPoPProofFactory(key, algorithm).createDPoPJWT("POST", URI.create(ADDRESS));

    // When
    var answer = send(proof.serialize());

    // Then
    assertThat(answer.body()).isEqualTo(key.computeThumbprint().toString());
    assertThat(answer.headers().firstValue("DPoP-Nonce")).contains(InMemory.NONCE);
  }

  @Test
  void tellsTheKeyOfAProofByEd25519() throws Exception {
    // Given
    var key = Proof.ed25519();

    // When
    var answer = send(Proof.of(key, JWSAlgorithm.EdDSA, "POST", ADDRESS).sign());

    // Then
    assertThat(answer.body()).isEqualTo(key.computeThumbprint().toString());
  }

  @Test
  void aRequestWithoutAProofIsNobodysAndGetsNoNonce() throws Exception {
    // When
    var answer = send();

    // Then
    assertThat(answer.body()).isEqualTo("nobody");
    assertThat(answer.headers().firstValue("DPoP-Nonce")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTPS://LOGIN.example.com:443/oauth/token",
        "https://login.example.com/oauth/token?a=b",
        "https://login.example.com/oauth/token#there"
      })
  void theAddressMayBeWrittenInAnyWay(String uri) throws Exception {
    // When
    var answer = send(proof().with("htu", uri).sign());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  static Stream<Arguments> wrong() throws Exception {
    var otherKey = ecKey(Curve.P_256);
    var weak = new RSAKeyGenerator(1024, true).generate();
    var p384 = ecKey(Curve.P_384);
    var signature = "The signature of the proof is wrong";
    var address = "The htu of the proof is not the address of the request";
    var id = "The proof needs a jti of 1 to 256 characters";
    var fit = "The jwk of the proof does not fit its alg";
    return Stream.of(
        arguments("", "The DPoP header is not a signed JWT"),
        arguments("x", "The DPoP header is not a signed JWT"),
        arguments("a.b.c", "The DPoP header is not a signed JWT"),
        arguments("e30.e30.", "The typ of the proof is not dpop+jwt"),
        arguments("x".repeat(8193), "The DPoP header is too long"),
        arguments(
            proof().header(header -> header.type(JOSEObjectType.JWT)).sign(),
            "The typ of the proof is not dpop+jwt"),
        arguments(
            proof().header(header -> header.criticalParams(Set.of("x"))).sign(),
            "The proof has header parameters that must be understood, and are not"),
        arguments(
            Proof.of(p384, JWSAlgorithm.ES384, "POST", ADDRESS).sign(),
            "The alg of the proof is not supported"),
        arguments(
            proof().header(header -> header.jwk(null)).sign(),
            "The proof has no jwk in its header"),
        arguments(
            withHeader("ES256", KEY.toJSONString()), "The jwk of the proof is not a public key"),
        arguments(
            withHeader("ES256", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\"}"),
            "The jwk of the proof cannot be read"),
        arguments(withHeader("ES256", p384.toPublicJWK().toJSONString()), fit),
        arguments(withHeader("ES256", "{\"kty\":\"oct\"}"), fit),
        arguments(
            withHeader("RS256", weak.toPublicJWK().toJSONString()),
            "The RSA key of the proof must have " + RsaStrength.RULE),
        arguments(proof().header(header -> header.jwk(otherKey.toPublicJWK())).sign(), signature),
        arguments(proof().sign().replaceFirst("[.][^.]*$", ".AAAA"), signature),
        arguments(
            proof().with("htm", "GET").sign(),
            "The htm of the proof is not the method of the request"),
        arguments(
            proof().without("htm").sign(), "The htm of the proof is not the method of the request"),
        arguments(proof().without("htu").sign(), address),
        arguments(proof().with("htu", "https://evil.example.com/oauth/token").sign(), address),
        arguments(proof().with("htu", "http://login.example.com/oauth/token").sign(), address),
        arguments(proof().with("htu", "https://login.example.com/oauth").sign(), address),
        arguments(proof().with("htu", "https://me@login.example.com/oauth/token").sign(), address),
        arguments(proof().with("htu", "/oauth/token").sign(), address),
        arguments(proof().with("htu", "not an address").sign(), address),
        arguments(proof().without("jti").sign(), id),
        arguments(proof().with("jti", "").sign(), id),
        arguments(proof().with("jti", "x".repeat(257)).sign(), id),
        arguments(proof().without("iat").sign(), "The proof needs an iat in seconds since 1970"),
        arguments(proof().with("nonce", 1).sign(), "The nonce of the proof is not a string"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrong")
  void refusesAWrongProofAndSaysWhy(String proof, String sentence) throws Exception {
    // When
    var answer = send(proof);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("invalid_dpop_proof: " + sentence);
    assertThat(answer.headers().firstValue("DPoP-Nonce")).contains(InMemory.NONCE);
    assertThat(memory.used).isEmpty();
  }

  @Test
  void refusesTwoProofs() throws Exception {
    // When
    var answer = send(proof().sign(), proof().sign());

    // Then
    assertThat(answer.body()).isEqualTo("invalid_dpop_proof: There is more than one DPoP header");
  }

  @Test
  void refusesAProofThatWasUsedBefore() throws Exception {
    // Given
    var proof = proof().sign();
    send(proof);

    // When
    var answer = send(proof);

    // Then
    assertThat(answer.body()).isEqualTo("invalid_dpop_proof: The proof has been used before");
  }

  @Test
  void aProofThatIsToldToBringANonceHasNotBeenUsed() throws Exception {
    // Given
    nonce = Nonce.REQUIRED;
    var proof = proof();
    var refusal = send(proof.sign());
    var told = refusal.headers().firstValue("DPoP-Nonce").orElseThrow();

    // When
    var answer = send(proof.with("nonce", told).sign());

    // Then
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.body()).startsWith("use_dpop_nonce: ");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(memory.used).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400 * 365 * 20, 86_400 * 365 * 20})
  void withANonceTheClockOfTheDeviceDoesNotMatter(long seconds) throws Exception {
    // Given
    var proof =
        proof().with("nonce", InMemory.NONCE_BEFORE).issued(Instant.now().plusSeconds(seconds));

    // When
    var answer = send(proof.sign());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(memory.used).containsValue(Duration.ofMinutes(11));
  }

  @ParameterizedTest
  @ValueSource(longs = {-50, 20})
  void withoutANonceItNeedBeRightToTheMinuteOnly(long seconds) throws Exception {
    // When
    var answer = send(proof().issued(Instant.now().plusSeconds(seconds)).sign());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(memory.used).containsValue(Duration.ofSeconds(150));
  }

  @ParameterizedTest
  @ValueSource(longs = {-70, 40})
  void aWrongClockIsSentForANonce(long seconds) throws Exception {
    // When
    var answer = send(proof().issued(Instant.now().plusSeconds(seconds)).sign());

    // Then
    assertThat(answer.body()).startsWith("use_dpop_nonce: ");
    assertThat(memory.used).isEmpty();
  }

  @Test
  void aNonceThatIsNotOursIsSentForAnother() throws Exception {
    // When
    var answer = send(proof().with("nonce", "made-up").sign());

    // Then
    assertThat(answer.body()).startsWith("use_dpop_nonce: ");
    assertThat(memory.used).isEmpty();
  }

  @Test
  void takesAProofForTheAccessToken() throws Exception {
    // Given
    token = TOKEN;

    // When
    var answer = send(proof().forToken(TOKEN).sign());

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAProofForAnotherAccessToken() throws Exception {
    // Given
    token = TOKEN;

    // When
    var answer = send(proof().forToken("another").sign());

    // Then
    assertThat(answer.body())
        .isEqualTo("invalid_dpop_proof: The ath of the proof is not the hash of the access token");
  }

  @Test
  void refusesAProofForNoAccessToken() throws Exception {
    // Given
    token = TOKEN;

    // When
    var answer = send(proof().sign());

    // Then
    assertThat(answer.body())
        .isEqualTo("invalid_dpop_proof: The ath of the proof is not the hash of the access token");
  }

  @Test
  void theTokenEndpointWantsANonceUnlessToldOtherwise() {
    assertThat(nonceAtTokenEndpoint(Map.of())).isEqualTo(Nonce.REQUIRED);
    assertThat(nonceAtTokenEndpoint(Map.of("latchkey.dpop.nonce-required", "false")))
        .isEqualTo(Nonce.OPTIONAL);
  }

  private Nonce nonceAtTokenEndpoint(Map<String, String> settings) {
    return KnownProofs.of(KnownOrigin.of("https://login.example.com"), memory, settings)
        .nonceAtTokenEndpoint();
  }

  private static Proof proof() throws Exception {
    return Proof.of(KEY, JWSAlgorithm.ES256, "POST", ADDRESS);
  }

  /** A header that the SDK would not make; nobody gets as far as its signature. */
  private static String withHeader(String algorithm, String jwk) {
    return Proof.encode("{\"typ\":\"dpop+jwt\",\"alg\":\"" + algorithm + "\",\"jwk\":" + jwk + "}")
        + ".e30.AAAA";
  }

  private static ECKey ecKey(Curve curve) {
    try {
      return new ECKeyGenerator(curve).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> send(String... proofs) throws Exception {
    var request = endpoint().request("/oauth/token?x=y").POST(BodyPublishers.noBody());
    for (var proof : proofs) {
      request.header("DPoP", proof);
    }
    return endpoint().send(request);
  }

  private ProofEndpoint endpoint() {
    return Objects.requireNonNull(endpoint);
  }
}
