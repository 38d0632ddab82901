package dev.latchkey.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The operator's hooks for a service under test, which answer as a test wants them to, and allow
 * everything otherwise. It checks what a real one has to check; what was wrong is in {@link
 * #complaints()}. An argument of the resource names a trigger, and what holds when its hook fails.
 */
public final class HookServer implements QuarkusTestResourceLifecycleManager {

  /** Longer than a busy machine needs to answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** So many requests are under way at most. */
  public static final int PARALLEL = 4;

  private static final byte[] KEY = "a key that only the two share".getBytes(UTF_8);
  private static final HookAnswer ALLOW = HookAnswer.json("{\"decision\":\"allow\"}");

  private final Map<String, HookAnswer> answers = new ConcurrentHashMap<>();
  private final List<JsonObject> asked = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final HttpServer server = open();
  private Map<String, String> triggers = Map.of();

  @Override
  public void init(Map<String, String> args) {
    triggers = Map.copyOf(args);
  }

  @Override
  public Map<String, String> start() {
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    var settings = new HashMap<String, String>();
    triggers.forEach(
        (trigger, onFailure) -> {
          var hook = "latchkey.actions." + trigger + ".";
          settings.put(hook + "url", "http://127.0.0.1:%d/%s".formatted(port(), trigger));
          settings.put(hook + "secret", "whsec_" + Base64.getEncoder().encodeToString(KEY));
          settings.put(hook + "on-failure", onFailure);
          settings.put(hook + "timeout", TIMEOUT.toSeconds() + "s");
          settings.put(hook + "parallel", Integer.toString(PARALLEL));
          settings.put(hook + "pause", "1s");
        });
    return settings;
  }

  /** From now on, at that trigger. */
  public void answers(String trigger, HookAnswer answer) {
    answers.put(trigger, answer);
  }

  /** From now on, at that trigger. */
  public void answers(String trigger, String json) {
    answers(trigger, HookAnswer.json(json));
  }

  /** Allows everything, and forgets what it was asked. */
  public void reset() {
    answers.clear();
    asked.clear();
    complaints.clear();
  }

  /** What it was asked at that trigger since then. */
  public List<JsonObject> asked(String trigger) {
    return asked.stream().filter(body -> trigger.equals(body.getString("trigger"))).toList();
  }

  /** What a real hook would not have taken. */
  public List<String> complaints() {
    return complaints;
  }

  private void answer(HttpExchange request) throws IOException {
    try (request) {
      var body = new String(request.getRequestBody().readAllBytes(), UTF_8);
      var question = new JsonObject(body);
      check(request, question, body);
      asked.add(question);
      answers.getOrDefault(request.getRequestURI().getPath().substring(1), ALLOW).to(request);
    }
  }

  private void check(HttpExchange request, JsonObject question, String body) {
    var headers = request.getRequestHeaders();
    var id = headers.getFirst("webhook-id");
    var sent = headers.getFirst("webhook-timestamp");
    expect("method", "POST", request.getRequestMethod());
    expect("type", "application/json", headers.getFirst("Content-Type"));
    expect("id", id, question.getString("id"));
    expect(
        "signature",
        "v1," + mac(id + "." + sent + "." + body),
        headers.getFirst("webhook-signature"));
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(sent)), Instant.now()).abs();
    if (age.compareTo(Duration.ofMinutes(1)) > 0) {
      complaints.add("sent " + age + " ago");
    }
  }

  private void expect(String what, String expected, String found) {
    if (!expected.equals(found)) {
      complaints.add("%s is %s and not %s".formatted(what, found, expected));
    }
  }

  private static String mac(String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private static HttpServer open() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(HookServer.class));
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
