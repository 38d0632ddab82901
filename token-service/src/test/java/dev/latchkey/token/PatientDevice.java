package dev.latchkey.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RedisStore;
import dev.latchkey.stores.StoredGrant;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A device that asks for its poll to be held, and a look at what is made of that. */
public final class PatientDevice {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final HttpClient HTTP_2 =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

  private static final String FORM =
      "grant_type=urn%%3Aietf%%3Aparams%%3Aoauth%%3Agrant-type%%3Adevice_code"
          + "&client_id=%s&device_code=%s%s";

  private final long startedAt = System.nanoTime();
  private final CompletableFuture<HttpResponse<String>> answer;
  private final CompletableFuture<Long> answeredAt;

  private PatientDevice(CompletableFuture<HttpResponse<String>> answer) {
    this.answer = answer;
    this.answeredAt = answer.thenApply(come -> System.nanoTime());
  }

  public static PatientDevice poll(DeviceCode code, String prefer) {
    return poll(code, prefer, "living-room-tv", "");
  }

  /**
   * Polls with what RFC 7240 calls a preference.
   *
   * @param more further parameters, each with an ampersand before it
   */
  public static PatientDevice poll(DeviceCode code, String prefer, String client, String more) {
    var request = request(FORM.formatted(client, code.value(), more), prefer);
    return new PatientDevice(HTTP.sendAsync(request, BodyHandlers.ofString()));
  }

  /** Polls on a stream of HTTP/2; cancelling resets it. */
  public static Future<?> pollOverHttp2(DeviceCode code, int wait) {
    var form = FORM.formatted("living-room-tv", code.value(), "");
    return HTTP_2.sendAsync(request(form, "wait=" + wait), BodyHandlers.ofString());
  }

  /** A first request makes a connection one of HTTP/2; those after it find it so. */
  public static HttpClient.Version upgrade() throws Exception {
    var first = HttpRequest.newBuilder(address("/.well-known/jwks.json")).build();
    return HTTP_2.send(first, BodyHandlers.discarding()).version();
  }

  private static HttpRequest request(String form, String prefer) {
    return HttpRequest.newBuilder(address("/oauth/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Prefer", prefer)
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  private static URI address(String path) {
    return URI.create("http://localhost:" + RestAssured.port + path);
  }

  /** A connection on which such a poll was sent, and to which nobody listens. */
  public static Socket pollAndForget(DeviceCode code, int wait) {
    var form = FORM.formatted("living-room-tv", code.value(), "");
    var head =
        """
        POST /oauth/token HTTP/1.1
        Host: localhost
        Prefer: wait=%d
        Content-Type: application/x-www-form-urlencoded
        Content-Length: %d

        """;
    var request = head.formatted(wait, form.length()).replace("\n", "\r\n") + form;
    try {
      var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until a poll of the grant is held. */
  public static void awaitHeld(RedisStore redis, DeviceCode code) {
    Awaitility.await("a poll is held")
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> isListenedTo(redis, code) && isPolled(redis, code));
  }

  public static boolean isListenedTo(RedisStore redis, DeviceCode code) {
    var reply =
        (List<?>)
            Objects.requireNonNull(
                redis.execute("PUBSUB", "SHARDNUMSUB", StoredGrant.channel(code)));
    return Objects.equals(reply.get(1), 1L);
  }

  private static boolean isPolled(RedisStore redis, DeviceCode code) {
    return StoredGrant.read(redis, code).containsKey("next_poll_at");
  }

  /** Whether there is an answer yet. */
  public boolean isAnswered() {
    return answer.isDone();
  }

  public int status() {
    return answer().statusCode();
  }

  /** The member of that name, or null. */
  public String member(String name) {
    return String.valueOf(JsonPath.from(answer().body()).<Object>get(name));
  }

  /** What the server said of the preference; empty if nothing. */
  public String applied() {
    return header("Preference-Applied");
  }

  /** A header's value; empty if it is not there. */
  public String header(String name) {
    return answer().headers().firstValue(name).orElse("");
  }

  /** Whether the server wants no further request on this connection. */
  public boolean isTheLast() {
    return answer().headers().allValues("Connection").contains("close");
  }

  /** How long there was no answer. */
  public Duration answeredAfter() {
    answer();
    return Duration.ofNanos(answeredAt.join() - startedAt);
  }

  private HttpResponse<String> answer() {
    return answer.orTimeout(40, TimeUnit.SECONDS).join();
  }
}
