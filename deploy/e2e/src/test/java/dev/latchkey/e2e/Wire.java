package dev.latchkey.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Bare HTTP to one origin, to see each answer as it is. It notes the secrets that pass. */
final class Wire {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder()
          // Of HTTP/2 a server takes a hundred requests at once.
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI origin;

  Wire(URI origin) {
    this.origin = origin;
  }

  URI origin() {
    return origin;
  }

  Answer post(String path, Map<String, String> form) {
    return post(path, form, Map.of());
  }

  Answer post(String path, Map<String, String> form, Map<String, String> headers) {
    return send(request(path, form, headers));
  }

  CompletableFuture<Answer> postLater(String path, Map<String, String> form) {
    return http.sendAsync(request(path, form, Map.of()), BodyHandlers.ofString())
        .thenApply(Wire::answer);
  }

  Answer postJson(String path, String json, Map<String, String> headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  Answer get(String path, Map<String, String> headers) {
    return send(request(path, headers).GET().build());
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpRequest request(String path, Map<String, String> form, Map<String, String> headers) {
    Secrets.noteAll(form);
    BodyPublisher body = BodyPublishers.ofString(encode(form));
    return request(path, headers)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(body)
        .build();
  }

  private HttpRequest.Builder request(String path, Map<String, String> headers) {
    var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(PATIENCE);
    headers.forEach(Secrets::noteHeader);
    headers.forEach(request::header);
    return request;
  }

  private Answer send(HttpRequest request) {
    try {
      return answer(http.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new AssertionError(request.uri() + " did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    var text = response.body();
    Map<String, Object> body = text.isEmpty() ? Map.of() : Json.parse(text);
    Secrets.noteAll(body);
    return new Answer(response.statusCode(), body, response.headers());
  }
}
