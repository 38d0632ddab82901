package dev.latchkey.chaos.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.chaos.book.Ask;
import dev.latchkey.chaos.book.Books;
import dev.latchkey.chaos.book.Came;
import dev.latchkey.chaos.book.Protocol;
import dev.latchkey.chaos.book.Reply;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** HTTP as devices speak it, without second tries. Every answer is written down and judged. */
public final class Wire {

  /** What the local gateway says of a service that it cannot reach. */
  private static final String GATEWAY = "away for a moment";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI origin;
  private final Books books;

  /** To the gateway. */
  public Wire(URI origin, Books books) {
    this.origin = origin;
    this.books = books;
  }

  URI address(String path) {
    return origin.resolve(path);
  }

  Answer post(Ask ask, String path, Map<String, String> form, Map<String, String> headers)
      throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encode(form)));
    headers.forEach(request::header);
    var hold = headers.containsKey("Prefer") ? Device.HOLD : Duration.ZERO;
    var sent = books.timeline().send(ask, System.nanoTime(), hold);
    var came = Came.NOTHING;
    try {
      var answer = send(ask, request.build());
      came = answer.came();
      return answer;
    } finally {
      books.timeline().over(sent, System.nanoTime(), came);
    }
  }

  static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Whether whoever passes it on may keep it. */
  static boolean mayBeStored(HttpResponse<String> answer) {
    return !answer.headers().firstValue("Cache-Control").orElse("").contains("no-store");
  }

  /** What a status means to whoever counts. */
  static Came came(int status, String text) {
    return status != 503 && status != 429
        ? Came.SERVED
        : text.contains(GATEWAY) ? Came.AWAY : Came.LATER;
  }

  private Answer send(Ask ask, HttpRequest request) throws InterruptedException {
    HttpResponse<String> response;
    try {
      response = http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      return Answer.NOTHING;
    }
    var body = json(response.body());
    var error = body == null ? "" : body.getString("error", "");
    var headers = response.headers();
    var reply =
        new Reply(
            response.statusCode(),
            body != null,
            error,
            body == null ? "" : body.getString("error_description", ""),
            headers.firstValue("Retry-After").isPresent(),
            mayBeStored(response));
    var came = came(reply.status(), reply.description());
    // A gateway sees the path, and not what is asked for; what it says for itself is counted apart.
    if (came != Came.AWAY) {
      Protocol.offence(ask, reply).ifPresent(books::offend);
    }
    return new Answer(
        came,
        reply.status(),
        error,
        body == null ? new JsonObject() : body,
        headers.firstValue("DPoP-Nonce").orElse(""),
        headers.firstValue("Preference-Applied").isPresent());
  }

  private static @Nullable JsonObject json(String body) {
    try {
      return new JsonObject(body);
    } catch (DecodeException | ClassCastException e) {
      return null;
    }
  }
}
