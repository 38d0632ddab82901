package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A device that speaks bare HTTP, to see each answer as it is. */
final class Tv {

  static final String CLIENT = "living-room-tv";
  static final String SCOPE = "openid profile email offline_access watch";

  private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;

  Tv(URI base) {
    this.base = base;
  }

  /** The same TV, talking to one service directly. */
  Tv at(URI other) {
    return new Tv(other);
  }

  Codes start() {
    return start(CLIENT, SCOPE);
  }

  Codes start(String client, String scope) {
    var answer =
        post(
            "/oauth/device/code",
            Map.of(
                "client_id",
                client,
                "scope",
                scope,
                "device_name",
                "Samsung <b>65</b>\"",
                "device_model",
                "QE65"));
    if (answer.statusCode() != 200) {
      throw new AssertionError("no codes: " + answer.statusCode() + " " + answer.body());
    }
    return new Codes(Json.parse(answer.body()));
  }

  /** Asks for codes, whatever comes. */
  Answer ask() {
    return answer(post("/oauth/device/code", Map.of("client_id", CLIENT, "scope", SCOPE)));
  }

  Answer poll(Codes codes) {
    return poll(codes, CLIENT);
  }

  Answer poll(Codes codes, String client) {
    return answer(post("/oauth/token", pollForm(codes, client)));
  }

  CompletableFuture<Answer> pollLater(Codes codes) {
    return http.sendAsync(request("/oauth/token", pollForm(codes, CLIENT)), BodyHandlers.ofString())
        .thenApply(Tv::answer);
  }

  Answer refresh(String refreshToken) {
    return answer(
        post(
            "/oauth/token",
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                refreshToken,
                "client_id",
                CLIENT)));
  }

  private static Map<String, String> pollForm(Codes codes, String client) {
    return Map.of(
        "grant_type", DEVICE_CODE, "device_code", codes.deviceCode(), "client_id", client);
  }

  private HttpResponse<String> post(String path, Map<String, String> form) {
    try {
      return http.send(request(path, form), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(base + path + " did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest request(String path, Map<String, String> form) {
    var body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(15))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        Json.parse(response.body()),
        response.headers().firstValue("Retry-After").isPresent());
  }

  /** What the device endpoint gave. */
  record Codes(Map<String, Object> body) {

    String deviceCode() {
      return Json.text(body, "device_code");
    }

    String userCode() {
      return Json.text(body, "user_code");
    }

    URI page() {
      return URI.create(Json.text(body, "verification_uri"));
    }

    URI completePage() {
      return URI.create(Json.text(body, "verification_uri_complete"));
    }
  }

  /** What the token endpoint said. */
  record Answer(int status, Map<String, Object> body, boolean retryAfter) {

    boolean hasTokens() {
      return status == 200 && body.containsKey("access_token");
    }

    String error() {
      return Json.text(body, "error");
    }

    String text(String member) {
      return Json.text(body, member);
    }
  }
}
