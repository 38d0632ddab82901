package dev.latchkey.oauth.token;

import static dev.latchkey.oauth.token.Tokens.bound;
import static dev.latchkey.oauth.token.Tokens.claims;
import static dev.latchkey.oauth.token.Tokens.sign;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import dev.latchkey.oauth.dpop.Endpoint;
import dev.latchkey.oauth.dpop.InMemory;
import dev.latchkey.oauth.dpop.KnownProofs;
import dev.latchkey.oauth.dpop.Proof;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.origin.KnownOrigin;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceAccessTest {

  private static final String ADDRESS = Tokens.ISSUER + "/userinfo";
  private static final String DPOP = "DPoP algs=\"ES256 RS256 PS256 EdDSA\"";
  private static final ECKey KEY = Tokens.ecKey("device");

  private final InMemory memory = new InMemory();
  private @Nullable Endpoint endpoint;

  @BeforeEach
  void open() throws Exception {
    var keys = new Tokens();
    var origin = KnownOrigin.of(Tokens.ISSUER);
    var access =
        new ResourceAccess(
            new AccessTokens(() -> keys, memory, origin), KnownProofs.of(origin, memory), origin);
    endpoint =
        new Endpoint(
            request ->
                body(request)
                    .flatMap(
                        form ->
                            access.check(
                                request, form, new ProtectedResource("/userinfo", "openid")))
                    .map(JsonWebToken::getSubject));
  }

  @AfterEach
  void close() {
    endpoint().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "Bearer  "})
  void letsABearerTokenThrough(String scheme) throws Exception {
    // When
    var answer = get(scheme + sign(claims()), null);

    // Then
    assertThat(answer.body()).isEqualTo("alice");
  }

  @Test
  void letsATokenInTheFormThrough() throws Exception {
    // When
    var answer = post("access_token=" + sign(claims()), null);

    // Then
    assertThat(answer.body()).isEqualTo("alice");
  }

  @Test
  void letsABoundTokenThroughWithAProofOfItsKey() throws Exception {
    // Given
    var token = sign(bound(KEY.computeThumbprint().toString()));

    // When
    var answer = get("DPoP " + token, proof(KEY).forToken(token).sign());

    // Then
    assertThat(answer.body()).isEqualTo("alice");
    assertThat(answer.headers().firstValue("DPoP-Nonce")).contains(InMemory.NONCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic dHY6czNjcmV0"})
  void asksForATokenWithoutNamingAnError(String authorization) throws Exception {
    // When
    var answer = get(authorization, null);

    // Then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"latchkey\"", DPOP);
  }

  static Stream<Arguments> refused() throws Exception {
    var token = sign(bound(KEY.computeThumbprint().toString()));
    var proof = proof(KEY).forToken(token).sign();
    var otherProof = proof(Tokens.ecKey("thief")).forToken(token).sign();
    var lateProof = proof(KEY).forToken(token).issued(Instant.now().minusSeconds(600)).sign();
    return Stream.of(
        arguments("Bearer", null, 400, "Bearer", "invalid_request"),
        arguments("DPoP ", null, 400, "DPoP", "invalid_request"),
        arguments("Bearer garbage", null, 401, "Bearer", "invalid_token"),
        arguments("DPoP garbage", proof, 401, "DPoP", "invalid_token"),
        arguments("Bearer " + token, null, 401, "Bearer", "invalid_token"),
        arguments("Bearer " + token, proof, 401, "Bearer", "invalid_token"),
        arguments("DPoP " + sign(claims()), proof, 401, "DPoP", "invalid_token"),
        arguments("DPoP " + token, null, 401, "DPoP", "invalid_dpop_proof"),
        arguments("DPoP " + token, "garbage", 401, "DPoP", "invalid_dpop_proof"),
        arguments("DPoP " + token, proof(KEY).sign(), 401, "DPoP", "invalid_dpop_proof"),
        arguments("DPoP " + token, otherProof, 401, "DPoP", "invalid_token"),
        arguments("DPoP " + token, lateProof, 401, "DPoP", "use_dpop_nonce"),
        arguments(
            "Bearer " + sign(claims().audience("https://api.example.com/tv")),
            null,
            401,
            "Bearer",
            "invalid_token"),
        arguments(
            "Bearer " + sign(claims().claim("scope", "watch")),
            null,
            403,
            "Bearer",
            "insufficient_scope"));
  }

  @ParameterizedTest(name = "{4} to {3}, {2}")
  @MethodSource("refused")
  void saysWhatIsWrongInTheSchemeThatWasUsed(
      String authorization, @Nullable String proof, int status, String scheme, String error)
      throws Exception {
    // When
    var answer = get(authorization, proof);

    // Then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .startsWith(scheme + " ")
        .contains("error=\"" + error + "\", error_description=\"")
        .contains(scheme.equals("DPoP") ? "algs=\"ES256" : "realm=\"latchkey\"");
    assertThat(answer.headers().allValues("WWW-Authenticate").contains(DPOP))
        .isEqualTo(scheme.equals("Bearer"));
  }

  @Test
  void namesTheScopeThatIsMissing() throws Exception {
    // When
    var answer = get("Bearer " + sign(claims().claim("scope", "watch")), null);

    // Then
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
        .endsWith(", scope=\"openid\"");
  }

  @Test
  void refusesTwoTokens() throws Exception {
    // Given
    var token = sign(claims());

    // When
    var answer = post("access_token=" + token, "Bearer " + token);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("invalid_request: ");
  }

  private static Proof proof(ECKey key) throws Exception {
    return Proof.of(key, JWSAlgorithm.ES256, "GET", ADDRESS);
  }

  private static Uni<@Nullable OAuthForm> body(HttpServerRequest request) {
    return request.method().name().equals("POST")
        ? Uni.createFrom()
            .completionStage(request.body().toCompletionStage())
            .map(bytes -> OAuthForm.parse(bytes.getBytes()))
        : Uni.createFrom().nullItem();
  }

  private HttpResponse<String> get(String authorization, @Nullable String proof) throws Exception {
    var request = endpoint().request("/userinfo").GET();
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    if (proof != null) {
      request.header("DPoP", proof);
    }
    return endpoint().send(request);
  }

  private HttpResponse<String> post(String form, @Nullable String authorization) throws Exception {
    var request = endpoint().request("/userinfo").POST(BodyPublishers.ofString(form, UTF_8));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return endpoint().send(request);
  }

  private Endpoint endpoint() {
    return Objects.requireNonNull(endpoint);
  }
}
