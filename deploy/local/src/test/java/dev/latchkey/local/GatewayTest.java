package dev.latchkey.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> tokenPaths = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Boolean> held = new CompletableFuture<>();
  private final CompletableFuture<Boolean> hungUp = new CompletableFuture<>();

  /** Has the port of the service that is away, and never listens; nobody else gets that port. */
  private final Socket absent = new Socket();

  private int port;
  private Gateway gateway;

  @BeforeEach
  void twoOfThreeServicesAreThere() throws Exception {
    port = freePort();
    var token = listen(this::token);
    var pages = listen(GatewayTest::page);
    absent.bind(new InetSocketAddress(Loopback.V4, 0));
    gateway =
        Gateway.open(
            port,
            service ->
                Replicas.at(
                    switch (service) {
                      case TOKEN -> List.of(absent.getLocalPort(), token.actualPort());
                      case VERIFICATION_UI -> List.of(pages.actualPort());
                      default -> List.of(absent.getLocalPort());
                    }));
  }

  @AfterEach
  void close() throws Exception {
    gateway.close();
    absent.close();
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  @Test
  void theClientsAddressIsThePeersWhateverItClaims() throws Exception {
    // Given
    var request =
        request("/userinfo")
            .header("X-Forwarded-For", "203.0.113.9")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "for=203.0.113.9");

    // When
    var answer = send(request);

    // Then
    assertThat(answer.headers().map())
        .containsEntry("echo-x-forwarded-for", List.of("127.0.0.1"))
        .doesNotContainKeys("echo-x-forwarded-host", "echo-forwarded");
  }

  @Test
  void theHostThatWasAskedForIsPassedOn() throws Exception {
    // When
    var answer = send(request("/userinfo"));

    // Then
    assertThat(answer.headers().firstValue("echo-host")).hasValue("127.0.0.1:" + port);
  }

  @Test
  void headersOfOneHopEndAtTheGateway() throws Exception {
    // When
    var answer =
        raw(
            """
            GET /userinfo HTTP/1.1
            Host: localhost
            Connection: close
            Connection: X-Secret-Hop
            X-Secret-Hop: 1
            Proxy-Connection: keep-alive
            TE: trailers

            """);

    // Then
    assertThat(answer)
        .contains("200 OK", "echo-host: localhost")
        .doesNotContain("echo-x-secret-hop", "echo-proxy-connection", "echo-te");
  }

  @Test
  void bodiesPassUnchanged() throws Exception {
    // Given
    var form = "grant_type=refresh_token&refresh_token=" + "x".repeat(200_000);

    // When
    var answer = send(request("/oauth/token").POST(BodyPublishers.ofString(form)));

    // Then
    assertThat(answer.body()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void anAnswerWithoutABodyAnnouncesNone(int status) throws Exception {
    // Given
    var request = "GET /userinfo HTTP/1.1\nHost: localhost\nStatus: " + status + "\n";

    // When
    var answer = raw(request + "\n" + request + "Connection: close\n\n");

    // Then
    assertThat(answer.split("HTTP/1.1 " + status, -1)).hasSize(3);
    assertThat(answer.toLowerCase(Locale.ROOT))
        .doesNotContain("transfer-encoding")
        .endsWith("\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "/oauth/device/code, application/json, temporarily_unavailable",
    "/oauth2/device_authorize, application/json, temporarily_unavailable"
  })
  void aServiceThatIsAwayIs503(String path, String type, String word) throws Exception {
    // When
    var answer = send(request(path).POST(BodyPublishers.ofString("client_id=tv")));

    // Then
    assertIsAway(answer, type, word);
  }

  @ParameterizedTest
  @CsvSource({
    "/oauth/token, application/json, slow_down",
    "/oauth2/token, application/json, slow_down",
    "/oauth/revoke, application/json, temporarily_unavailable",
    "/device, text/plain; charset=utf-8, try again"
  })
  void aServiceThatLeavesWithoutAnAnswerIs503(String path, String type, String word)
      throws Exception {
    // Given
    var request = request(path).POST(BodyPublishers.ofString("x=y")).header("Leave", "now");

    // When
    var answer = send(request);

    // Then
    assertIsAway(answer, type, word);
  }

  @Test
  void aPollThatIsHeldEndsWhenItsClientHangsUp() throws Exception {
    // Given
    var poll = "POST /oauth/token HTTP/1.1\nHost: localhost\nHold: on\nContent-Length: 0\n\n";
    var device = new Socket(Loopback.V4, port);
    device.getOutputStream().write(poll.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    assertThat(held).succeedsWithin(PATIENCE);

    // When
    device.close();

    // Then
    assertThat(hungUp).succeedsWithin(PATIENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/keys",
    "/internal/devices",
    "/q/health",
    "/device/../admin/keys",
    "/device/%2e%2e/admin/keys",
    "http://localhost/admin/keys",
    "/nothing"
  })
  void whatIsNotPublicIsNotFound(String target) throws Exception {
    // When
    var answer = raw("GET " + target + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");

    // Then
    assertThat(answer).startsWith("HTTP/1.1 404");
    assertThat(tokenPaths).isEmpty();
  }

  @Test
  void theFrontDoorLeadsToTheCodePage() throws Exception {
    // When
    var answer = send(request("/"));

    // Then
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).hasValue("/device");
  }

  @Test
  void bothAddressesOfLocalhostAnswer() throws Exception {
    for (var address : Loopback.all()) {
      // When
      var answer = raw(address, "GET /userinfo HTTP/1.1\nHost: localhost\nConnection: close\n\n");

      // Then
      assertThat(answer).startsWith("HTTP/1.1 200");
    }
  }

  private void token(HttpServerRequest request) {
    tokenPaths.add(request.path());
    if (request.headers().contains("Leave")) {
      request.connection().close();
      return;
    }
    if (request.headers().contains("Hold")) {
      request.response().closeHandler(closed -> hungUp.complete(true));
      held.complete(true);
      return;
    }
    if (request.headers().contains("Status")) {
      var status = Integer.parseInt(request.getHeader("Status"));
      request.response().setChunked(true).setStatusCode(status).end();
      return;
    }
    for (Map.Entry<String, String> header : request.headers()) {
      request.response().putHeader("echo-" + header.getKey(), header.getValue());
    }
    request.body().onSuccess(request.response()::end);
  }

  private static void page(HttpServerRequest request) {
    if (request.headers().contains("Leave")) {
      request.connection().close();
      return;
    }
    request.response().end("page");
  }

  private static void assertIsAway(HttpResponse<String> answer, String type, String word) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("content-type")).hasValue(type);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("pragma")).hasValue("no-cache");
    assertThat(answer.body()).contains(word);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    return raw(Loopback.V4, request);
  }

  private String raw(java.net.InetAddress address, String request) throws IOException {
    try (var socket = new Socket(address, port)) {
      var bytes = request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write(bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private HttpServer listen(io.vertx.core.Handler<HttpServerRequest> handler) throws Exception {
    return vertx
        .createHttpServer()
        .requestHandler(handler)
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
