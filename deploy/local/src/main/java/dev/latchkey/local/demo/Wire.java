package dev.latchkey.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** HTTP as a device does it: forms out, JSON in. */
final class Wire {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** What came back; an empty object if it was no JSON. */
  record Answer(int status, JsonObject body) {}

  Answer get(URI uri) throws IOException {
    return send(HttpRequest.newBuilder(uri).GET());
  }

  Answer getAs(String accessToken, URI uri) throws IOException {
    return send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + accessToken));
  }

  Answer post(URI uri, Map<String, String> form) throws IOException {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form))));
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(joining("&"));
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      var built = request.timeout(TIMEOUT).header("Accept", "application/json").build();
      var response = http.send(built, BodyHandlers.ofString());
      return new Answer(response.statusCode(), json(response.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  private static JsonObject json(String body) {
    try {
      return body.isBlank() ? new JsonObject() : new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      return new JsonObject();
    }
  }
}
