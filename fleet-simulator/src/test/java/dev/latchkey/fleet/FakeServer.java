package dev.latchkey.fleet;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A server of RFC 8628 in memory, on one event loop, with pages to sign in and decide. It knows
 * nothing of the simulator's code. It keeps what it was asked, and can be told to misbehave.
 */
public final class FakeServer implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final HttpServer http = vertx.createHttpServer();
  private final Map<String, Grant> byDeviceCode = new HashMap<>();
  private final Map<String, Grant> byUserCode = new HashMap<>();
  private final Map<String, String> refreshTokens = new HashMap<>();
  private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger numbers = new AtomicInteger();

  /** Seconds. */
  public volatile int interval = 1;

  public volatile int lifetime = 600;
  public volatile int tokenLifetime = 3600;

  /** Answers instead of it, where it likes to: true if it has. */
  public volatile Predicate<Question> instead = question -> false;

  /** Whether it answers 503 as soon as the headers are there, and keeps the connection. */
  public volatile boolean hasty;

  /** One request of a device. */
  public record Asked(
      long nanos, String path, Map<String, String> form, Map<String, String> headers) {}

  /**
   * A request that is still to be answered.
   *
   * @param hangUp closes its connection
   */
  public record Question(Asked asked, HttpServerResponse response, Vertx vertx, Runnable hangUp) {}

  private static final class Grant {
    private final String deviceCode;
    private String state = "pending";
    private long lastPoll;
    private long heldUntil;

    Grant(String deviceCode) {
      this.deviceCode = deviceCode;
    }
  }

  public FakeServer() {
    http.requestHandler(this::read)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + http.actualPort() + path);
  }

  public List<Asked> asked(String path) {
    synchronized (asked) {
      return asked.stream().filter(one -> one.path().equals(path)).toList();
    }
  }

  private void read(HttpServerRequest request) {
    if (hasty) {
      request.response().setStatusCode(503).end();
    } else {
      request.body().onSuccess(body -> answer(request, body));
    }
  }

  private void answer(HttpServerRequest request, Buffer body) {
    var headers = new LinkedHashMap<String, String>();
    request
        .headers()
        .forEach(
            header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
    var one = new Asked(System.nanoTime(), request.path(), form(body.toString()), headers);
    asked.add(one);
    if (instead.test(new Question(one, request.response(), vertx, request.connection()::close))) {
      return;
    }
    switch (request.path()) {
      case "/device/code" -> start(request.response());
      case "/token" -> token(one, request.response());
      case "/pages" -> page(request);
      case "/login" -> login(one, request.response());
      case "/decide" -> decide(one, request.response());
      case "/.well-known/openid-configuration" -> json(request.response(), 200, metadata());
      default -> json(request.response(), 404, Map.of("error", "not_found"));
    }
  }

  private Map<String, Object> metadata() {
    return Map.of(
        "issuer", at("").toString(),
        "device_authorization_endpoint", at("/device/code").toString(),
        "token_endpoint", at("/token").toString());
  }

  private void start(HttpServerResponse response) {
    var number = numbers.incrementAndGet();
    var grant = new Grant("device-code-" + number);
    var userCode = "CODE-" + number;
    byDeviceCode.put(grant.deviceCode, grant);
    byUserCode.put(userCode, grant);
    var body = new HashMap<String, Object>();
    body.put("device_code", grant.deviceCode);
    body.put("user_code", userCode);
    body.put("verification_uri", at("/pages").toString());
    body.put("verification_uri_complete", at("/pages?user_code=" + userCode).toString());
    body.put("expires_in", lifetime);
    body.put("interval", interval);
    json(response, 200, body);
  }

  private void token(Asked one, HttpServerResponse response) {
    if ("refresh_token".equals(one.form().get("grant_type"))) {
      refresh(one.form().getOrDefault("refresh_token", ""), response);
      return;
    }
    var grant = byDeviceCode.get(one.form().getOrDefault("device_code", ""));
    if (grant == null) {
      json(response, 400, Map.of("error", "invalid_grant"));
      return;
    }
    switch (grant.state) {
      case "approved" -> {
        grant.state = "redeemed";
        tokens(response);
      }
      case "denied" -> json(response, 400, Map.of("error", "access_denied"));
      case "redeemed" -> json(response, 400, Map.of("error", "invalid_grant"));
      default -> pending(grant, one, response);
    }
  }

  private void pending(Grant grant, Asked one, HttpServerResponse response) {
    var prefer = one.headers().get("prefer");
    if (prefer != null && holds && grant.heldUntil == 0) {
      hold(grant, one, response, Integer.parseInt(prefer.substring("wait=".length())));
      return;
    }
    var early =
        grant.lastPoll != 0 && one.nanos() - grant.lastPoll < (interval * 1000L - 200) * 1_000_000;
    if (early) {
      json(response, 400, Map.of("error", "slow_down"));
    } else {
      grant.lastPoll = one.nanos();
      json(response, 400, Map.of("error", "authorization_pending"));
    }
  }

  /** Whether it honours Prefer: wait. */
  public volatile boolean holds;

  private void hold(Grant grant, Asked one, HttpServerResponse response, int seconds) {
    grant.lastPoll = one.nanos();
    grant.heldUntil = one.nanos() + seconds * 1_000_000_000L;
    response.putHeader("Preference-Applied", "wait=" + seconds);
    vertx.setPeriodic(
        5,
        id -> {
          if (!grant.state.equals("pending") || System.nanoTime() > grant.heldUntil) {
            vertx.cancelTimer(id);
            grant.lastPoll = 0;
            grant.heldUntil = 1;
            token(one, response);
            grant.heldUntil = 0;
            grant.lastPoll = one.nanos();
          }
        });
  }

  private void tokens(HttpServerResponse response) {
    var token = "refresh-" + numbers.incrementAndGet();
    refreshTokens.put(token, "good");
    json(
        response,
        200,
        Map.of(
            "access_token",
            "at",
            "token_type",
            "Bearer",
            "expires_in",
            tokenLifetime,
            "refresh_token",
            token));
  }

  private void refresh(String token, HttpServerResponse response) {
    if (refreshTokens.containsKey(token)) {
      json(
          response,
          200,
          Map.of("access_token", "at", "token_type", "Bearer", "expires_in", tokenLifetime));
    } else {
      json(response, 400, Map.of("error", "invalid_grant"));
    }
  }

  private void page(HttpServerRequest request) {
    var code = request.getParam("user_code", "");
    if (request.getHeader("Cookie") == null) {
      html(
          request.response(),
          """
          <title>Sign in</title><form method="post" action="/login"><input type="hidden" name="to" value="%s">
          <input name="username" type="text"><input name="password" type="password"><button>Sign in</button></form>
          """
              .formatted(code));
      return;
    }
    html(
        request.response(),
        """
        <title>Is it yours?</title><form method="post" action="/logout"><button>Sign out</button></form>
        <form method="post" action="/decide"><input type="hidden" name="code" value="%s">
        <button name="decision" value="deny">Deny</button><button name="decision" value="approve">Approve</button></form>
        """
            .formatted(code));
  }

  private void login(Asked one, HttpServerResponse response) {
    if ("wonderland".equals(one.form().get("password"))) {
      response.putHeader("Set-Cookie", "session=s; Path=/; HttpOnly");
    }
    response
        .setStatusCode(303)
        .putHeader("Location", "/pages?user_code=" + one.form().get("to"))
        .end();
  }

  private void decide(Asked one, HttpServerResponse response) {
    var grant = byUserCode.get(one.form().getOrDefault("code", ""));
    if (grant != null) {
      grant.state = "approve".equals(one.form().get("decision")) ? "approved" : "denied";
    }
    html(response, "<title>Done</title><p>Return to your device.");
  }

  public static void json(HttpServerResponse response, int status, Map<String, Object> body) {
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(new JsonObject(body).toBuffer());
  }

  private static void html(HttpServerResponse response, String body) {
    response.putHeader("Content-Type", "text/html").end(body);
  }

  private static Map<String, String> form(String body) {
    var fields = new HashMap<String, String>();
    for (var field : body.split("&", -1)) {
      var at = field.indexOf('=');
      if (at > 0) {
        fields.put(decoded(field.substring(0, at)), decoded(field.substring(at + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
