package dev.latchkey.authz.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.oauth.origin.Network;
import dev.latchkey.oauth.webhook.WebhookSignature;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To a receiver on this machine whose certificate is for {@code hook.example}. */
class WebhookSenderTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final List<Network> THIS_MACHINE =
      List.of(Network.parse("127.0.0.0/8").orElseThrow());

  @SuppressWarnings("NullAway.Init") // before all tests
  private static ServerKey key;

  private static final Vertx VERTX = Vertx.vertx();

  private final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Buffer> body = new CompletableFuture<>();
  private final CompletableFuture<Void> hungUp = new CompletableFuture<>();

  private final HttpServer server =
      VERTX
          .createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(key.forServer()))
          .requestHandler(this::answer);

  @BeforeAll
  static void makeKey(@TempDir Path folder) throws IOException, InterruptedException {
    key = ServerKey.make(folder, "hook.example");
  }

  @AfterAll
  static void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void open() {
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void close() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    requests.add(request);
    request.connection().closeHandler(closed -> hungUp.complete(null));
    request.body().onSuccess(body::complete);
    var answer = request.response();
    switch (request.path()) {
      case "/silent" -> {}
      case "/redirect" ->
          answer
              .setStatusCode(307)
              .putHeader("Location", "https://127.0.0.1:" + server.actualPort() + "/secrets")
              .end();
      case "/endless" -> {
        answer.setChunked(true);
        VERTX.setPeriodic(1, tick -> answer.write(" ".repeat(8_000)));
      }
      default -> answer.setStatusCode(Integer.parseInt(request.path().substring(1))).end("thanks");
    }
  }

  @Test
  void theReceiverGetsASignedCloudEvent() {
    // Given
    var delivery = Hooks.delivery();
    var before = Instant.now().getEpochSecond();

    // When
    var answer = send(sender(LONG), "/202?tenant=a%20b", delivery);

    // Then
    assertThat(answer).isEqualTo(new Answer.Status(202));
    var request = requests.getFirst();
    var id = delivery.event().id().toString();
    assertThat(request.method().name()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo("/202?tenant=a%20b");
    assertThat(request.getHeader("Host")).isEqualTo("hook.example:" + server.actualPort());
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/cloudevents+json");
    assertThat(request.getHeader("webhook-id")).isEqualTo(id);
    var seconds = Long.parseLong(request.getHeader("webhook-timestamp"));
    assertThat(seconds).isBetween(before, Instant.now().getEpochSecond());
    assertThat(body.join().toString())
        .isEqualTo(CloudEvent.of(delivery.event(), "https://login.example.com"));
    assertThat(request.getHeader("webhook-signature"))
        .isEqualTo(
            WebhookSignature.headers(List.of(Hooks.SECRET), id, seconds, body.join().toString())
                .get("webhook-signature"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 400, 404, 410, 429, 500, 503})
  void whatItAnswersIsTold(int status) {
    // When
    var answer = send(sender(LONG), "/" + status);

    // Then
    assertThat(answer).isEqualTo(new Answer.Status(status));
  }

  /** A connection that went with each answer would take the next event with it now and then. */
  @Test
  void theNextEventTakesTheSameConnection() {
    // Given
    var sender = sender(LONG);

    // When
    for (var event = 0; event < 5; event++) {
      send(sender, "/200");
    }

    // Then
    assertThat(requests).hasSize(5);
    assertThat(requests)
        .extracting(HttpServerRequest::connection)
        .containsOnly(requests.getFirst().connection());
  }

  @Test
  void itSendsUsNowhereElse() {
    // When
    var answer = send(sender(LONG), "/redirect");

    // Then
    assertThat(answer).isEqualTo(new Answer.Status(307));
    assertThat(requests).hasSize(1);
  }

  @Test
  void whoHangsIsHungUpOn() {
    // When
    var answer = send(sender(SHORT), "/silent");

    // Then
    assertThat(answer).isEqualTo(Answer.None.TIMEOUT);
    // The handshake alone may have taken as long; then nobody came at all.
    assertThat(requests.isEmpty() || isHungUp()).isTrue();
  }

  @Test
  void anAnswerWithoutEndIsGivenUp() {
    // When
    var answer = send(sender(LONG), "/endless");

    // Then
    assertThat(answer).isEqualTo(new Answer.Status(200));
    assertThat(isHungUp()).isTrue();
  }

  @Test
  void whoIsNotWhoItShouldBeGetsNothing() {
    // When
    var byAnotherName = "https://another.example:" + server.actualPort() + "/200";
    var answer = sendTo(sender(LONG), byAnotherName, Hooks.delivery());

    // Then
    assertThat(answer).isEqualTo(Answer.None.TLS);
    assertThat(requests).isEmpty();
  }

  @Test
  void aCertificateThatNobodyTrustsIsNone() {
    // When
    var answer = send(sender(LONG, new HttpClientOptions()), "/200");

    // Then
    assertThat(answer).isEqualTo(Answer.None.TLS);
    assertThat(requests).isEmpty();
  }

  @Test
  void whoIsNotThereDoesNotAnswer() {
    // Given
    var port = server.actualPort();
    close();

    // When
    var answer = sendTo(sender(LONG), "https://hook.example:" + port, Hooks.delivery());

    // Then
    assertThat(answer).isEqualTo(Answer.None.CONNECTION);
  }

  @Test
  void aNameThatNobodyKnowsIsNotAsked() {
    // When
    var answer = sendTo(sender(LONG), "https://nowhere.example/200", Hooks.delivery());

    // Then
    assertThat(answer).isEqualTo(Answer.None.NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hook.example:%d/200",
        "https://127.0.0.1:%d/200",
        "https://[::1]:%d/200",
        "https://[::ffff:127.0.0.1]:%d/200",
        "https://169.254.169.254:%d/latest/meta-data",
        "https://inside.example:%d/200"
      })
  void whatIsNotPublicIsNotAsked(String url) {
    // Given
    var strict = new TargetAddresses(VERTX, List.of(), WebhookSenderTest::addresses);

    // When
    var answer =
        sendTo(
            sender(LONG, strict, new HttpClientOptions().setTrustOptions(key.forClient())),
            url.formatted(server.actualPort()),
            Hooks.delivery());

    // Then
    assertThat(answer).isEqualTo(Answer.None.PRIVATE_ADDRESS);
    assertThat(requests).isEmpty();
  }

  @Test
  void ofAddressesThatAreAllowedEachHasItsTurn() {
    // Given
    var addresses = new TargetAddresses(VERTX, List.of(), WebhookSenderTest::addresses);

    // When
    var asked =
        List.of(1, 2, 3).stream()
            .map(attempt -> addresses.of("mixed.example", attempt).await().atMost(LONG))
            .map(InetAddress::getHostAddress)
            .toList();

    // Then
    assertThat(asked).containsExactly("8.8.8.8", "1.1.1.1", "8.8.8.8");
  }

  private boolean isHungUp() {
    hungUp.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join();
    return true;
  }

  private Answer send(WebhookSender sender, String path) {
    return send(sender, path, Hooks.delivery());
  }

  private Answer send(WebhookSender sender, String path, Delivery delivery) {
    return sendTo(sender, "https://hook.example:" + server.actualPort() + path, delivery);
  }

  private static Answer sendTo(WebhookSender sender, String url, Delivery delivery) {
    return sender.send(Hooks.at("a", url), delivery).await().atMost(LONG.plus(LONG));
  }

  private static WebhookSender sender(Duration timeout) {
    return sender(
        timeout,
        new TargetAddresses(VERTX, THIS_MACHINE, WebhookSenderTest::addresses),
        new HttpClientOptions().setTrustOptions(key.forClient()));
  }

  private static WebhookSender sender(Duration timeout, HttpClientOptions options) {
    return sender(
        timeout, new TargetAddresses(VERTX, THIS_MACHINE, WebhookSenderTest::addresses), options);
  }

  private static WebhookSender sender(
      Duration timeout, TargetAddresses addresses, HttpClientOptions options) {
    return new WebhookSender(VERTX, addresses, timeout, "https://login.example.com", options);
  }

  private static InetAddress[] addresses(String host) throws UnknownHostException {
    return switch (host) {
      case "hook.example", "another.example" -> read("127.0.0.1");
      case "inside.example" -> read("10.0.0.7", "fd00::7");
      case "mixed.example" -> read("1.1.1.1", "10.0.0.7", "8.8.8.8");
      default -> throw new UnknownHostException(host);
    };
  }

  private static InetAddress[] read(String... literals) throws UnknownHostException {
    var addresses = new InetAddress[literals.length];
    for (var i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }
}
