package dev.latchkey.ui.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.stores.FreePort;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider that answers as a test wants it to. It checks what a real one checks: the
 * client, the redirect URI, the PKCE verifier; what was wrong is in {@link #complaints()}.
 */
public final class FakeProvider implements QuarkusTestResourceLifecycleManager {

  static final String NAME = "corp";
  static final String CLIENT = "latchkey-ui";
  static final String SECRET = "a-secret-that-only-the-provider-and-we-know";
  static final String CALLBACK = "http://localhost:8080/login/corp/callback";

  /** How the next ID token is signed. */
  enum Signing {
    GOOD,
    ANOTHER_KEY,
    NONE,
    BY_CLIENT_SECRET
  }

  private static final KeyPair KEYS = keys();
  private static final KeyPair OTHERS = keys();

  private final int port = FreePort.pick();
  private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();
  private final List<String> complaints = new ArrayList<>();
  private @Nullable HttpServer server;

  Signing signing = Signing.GOOD;
  Consumer<JsonObject> claims = token -> {};
  int tokenStatus = 200;
  boolean slow;
  String type = "";
  String issuerInDiscovery = "";

  @Override
  public Map<String, String> start() {
    open();
    var settings = "latchkey.upstream.providers.";
    return Map.of(
        "latchkey.upstream.secret",
        Base64.getEncoder().encodeToString(new byte[32]),
        settings + "corp.issuer",
        issuer(),
        settings + "corp.client-id",
        CLIENT,
        settings + "corp.client-secret",
        SECRET,
        settings + "corp.label",
        "Corp <Login>",
        settings + "corp.read-timeout",
        "1s",
        settings + "nowhere.issuer",
        "http://127.0.0.1:" + FreePort.pick(),
        settings + "nowhere.client-id",
        "latchkey");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(FakeProvider.class));
  }

  @Override
  public void stop() {
    close();
  }

  String issuer() {
    return "http://127.0.0.1:" + port;
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** As it was before any test. */
  void reset() {
    signing = Signing.GOOD;
    claims = token -> {};
    tokenStatus = 200;
    slow = false;
    type = "";
    issuerInDiscovery = issuer();
    complaints.clear();
    open();
  }

  /** Nobody answers any more. */
  void close() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Somebody answers again, at the same address. */
  void open() {
    if (server != null) {
      return;
    }
    issuerInDiscovery = issuer();
    try {
      var opened =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      opened.createContext("/.well-known/openid-configuration", at -> answer(at, 200, discovery()));
      opened.createContext("/jwks", at -> answer(at, 200, jwks()));
      opened.createContext("/token", this::token);
      opened.setExecutor(FakeProvider::run);
      opened.start();
      server = opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The person signs in there: the address they are sent back to. */
  String signIn(String authorizationAddress) {
    var asked = query(authorizationAddress);
    expect("redirect_uri", CALLBACK, asked.get("redirect_uri"));
    expect("client_id", CLIENT, asked.get("client_id"));
    expect("response_type", "code", asked.get("response_type"));
    expect("code_challenge_method", "S256", asked.get("code_challenge_method"));
    var code = UUID.randomUUID().toString();
    codes.put(code, asked);
    return "/login/corp/callback?code=" + code + "&state=" + asked.get("state") + says();
  }

  /** By whose name its answers come (RFC 9207). */
  String says() {
    return "&iss=" + URLEncoder.encode(issuer(), UTF_8);
  }

  /** A token of this provider about anything. */
  String sign(JsonObject body) {
    try {
      var token = new JsonWebSignature();
      token.setPayload(body.encode());
      token.setKeyIdHeaderValue("k1");
      if (!type.isEmpty()) {
        token.setHeader("typ", type);
      }
      token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
      token.setAlgorithmHeaderValue(
          switch (signing) {
            case GOOD, ANOTHER_KEY -> AlgorithmIdentifiers.RSA_USING_SHA256;
            case NONE -> AlgorithmIdentifiers.NONE;
            case BY_CLIENT_SECRET -> AlgorithmIdentifiers.HMAC_SHA256;
          });
      token.setKey(key());
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> query(String address) {
    var form = new LinkedHashMap<String, String>();
    var query = URI.create(address).getRawQuery();
    for (var pair : query.split("&", -1)) {
      var parts = pair.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return form;
  }

  private @Nullable Key key() {
    return switch (signing) {
      case GOOD -> KEYS.getPrivate();
      case ANOTHER_KEY -> OTHERS.getPrivate();
      case NONE -> null;
      case BY_CLIENT_SECRET -> new HmacKey(SECRET.getBytes(UTF_8));
    };
  }

  private void token(HttpExchange at) throws IOException {
    if (slow) {
      // Leaves whoever asks without an answer, until they have had enough.
      return;
    }
    var form = OAuthForm.parse(at.getRequestBody().readAllBytes());
    var asked = codes.remove(form.optional("code").orElse(""));
    if (tokenStatus != 200) {
      answer(at, tokenStatus, new JsonObject().put("error", "server_error"));
      return;
    }
    if (asked == null) {
      answer(at, 400, new JsonObject().put("error", "invalid_grant"));
      return;
    }
    var basic =
        "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    expect("Authorization", basic, at.getRequestHeaders().getFirst("Authorization"));
    expect("redirect_uri", CALLBACK, form.optional("redirect_uri").orElse(""));
    expect("PKCE", asked.get("code_challenge"), s256(form.optional("code_verifier").orElse("")));
    var now = Instant.now().getEpochSecond();
    var token =
        new JsonObject()
            .put("iss", issuer())
            .put("aud", CLIENT)
            .put("sub", "subject-1")
            .put("nonce", asked.get("nonce"))
            .put("iat", now)
            .put("exp", now + 300)
            .put("auth_time", now)
            .put("name", "Una Person")
            .put("preferred_username", "una");
    claims.accept(token);
    answer(
        at,
        200,
        new JsonObject()
            .put("access_token", "an-access-token-of-the-provider")
            .put("token_type", "Bearer")
            .put("expires_in", 60)
            .put("id_token", sign(token)));
  }

  /** JSON is read and written by what this class's own loader finds. */
  private static void run(Runnable exchange) {
    var thread =
        Thread.ofPlatform()
            .daemon()
            .uncaughtExceptionHandler((failed, failure) -> failure.printStackTrace())
            .unstarted(exchange);
    thread.setContextClassLoader(FakeProvider.class.getClassLoader());
    thread.start();
  }

  private void expect(String what, @Nullable String expected, @Nullable String actual) {
    if (expected == null || !expected.equals(actual)) {
      complaints.add(what + " is " + actual);
    }
  }

  private JsonObject discovery() {
    return new JsonObject()
        .put("issuer", issuerInDiscovery)
        .put("authorization_endpoint", issuer() + "/authorize")
        .put("token_endpoint", issuer() + "/token")
        .put("authorization_response_iss_parameter_supported", true)
        .put("jwks_uri", issuer() + "/jwks");
  }

  private static JsonObject jwks() {
    var key = new RsaJsonWebKey((RSAPublicKey) KEYS.getPublic());
    key.setKeyId("k1");
    key.setUse("sig");
    return new JsonObject().put("keys", new JsonArray().add(new JsonObject(key.toJson())));
  }

  private static void answer(HttpExchange at, int status, JsonObject body) throws IOException {
    try (at) {
      var bytes = body.toBuffer().getBytes();
      at.getResponseHeaders().add("Content-Type", "application/json");
      at.sendResponseHeaders(status, bytes.length);
      at.getResponseBody().write(bytes);
    }
  }

  private static String s256(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
