package dev.latchkey.oauth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.oauth.store.StoreUnavailableException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's server as a real one on this machine. */
class KeyServersTest {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final String KEYS = TvKeys.set(TvKeys.EC);

  private final Vertx vertx = Vertx.vertx();
  private final KeyServers servers = new KeyServers(vertx, true);
  private final AtomicInteger redirected = new AtomicInteger();
  private final CompletableFuture<Void> hungUp = new CompletableFuture<>();
  private final HttpServer server = vertx.createHttpServer().requestHandler(this::answer);

  @BeforeEach
  void open() {
    server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void close() {
    servers.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    var answer = request.response();
    request.connection().closeHandler(closed -> hungUp.complete(null));
    switch (request.path()) {
      case "/keys" -> answer.putHeader("Content-Type", "application/json").end(KEYS);
      case "/jwk-set" ->
          answer.putHeader("Content-Type", "application/jwk-set+json; charset=utf-8").end(KEYS);
      case "/large" -> answer.putHeader("Content-Type", "application/json").end(padded(1));
      case "/largest" -> answer.putHeader("Content-Type", "application/json").end(padded(0));
      case "/endless" -> {
        answer.setChunked(true).putHeader("Content-Type", "application/json");
        vertx.setPeriodic(1, tick -> answer.write(" ".repeat(8_000)));
      }
      case "/slow" -> {
        answer.setChunked(true).putHeader("Content-Type", "application/json");
        vertx.setPeriodic(100, tick -> answer.write(" "));
      }
      case "/redirect" -> answer.setStatusCode(302).putHeader("Location", "/elsewhere").end();
      case "/elsewhere" -> {
        redirected.incrementAndGet();
        answer.putHeader("Content-Type", "application/json").end(KEYS);
      }
      case "/html" -> answer.putHeader("Content-Type", "text/html").end(KEYS);
      case "/untyped" -> answer.end(KEYS);
      case "/garbage" -> answer.putHeader("Content-Type", "application/json").end("{\"keys\":1}");
      case "/cut" -> {
        answer.putHeader("Content-Length", "1000").putHeader("Content-Type", "application/json");
        answer.write("{").onComplete(written -> request.connection().close());
      }
      case "/silent" -> {}
      default -> answer.setStatusCode(404).end();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/keys", "/jwk-set", "/largest"})
  void aSetOfKeysIsRead(String path) {
    // When
    var keys = fetch(at(path));

    // Then
    assertThat(keys.has("ec")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/large",
        "/endless",
        "/slow",
        "/silent",
        "/redirect",
        "/html",
        "/untyped",
        "/garbage",
        "/cut",
        "/nothing"
      })
  void anythingElseIsAServerThatIsAway(String path) {
    assertThatThrownBy(() -> fetch(at(path))).isInstanceOf(StoreUnavailableException.class);
    assertThat(redirected).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/slow", "/endless"})
  void anAnswerIsNotReadOnceItIsGivenUp(String path) {
    // Given
    assertThatThrownBy(() -> fetch(at(path))).isInstanceOf(StoreUnavailableException.class);

    // Then
    assertThat(hungUp).succeedsWithin(PATIENCE);
  }

  @Test
  void aServerThatIsNotThereIsAway() {
    // Given
    server.close().toCompletionStage().toCompletableFuture().join();

    // Then
    assertThatThrownBy(() -> fetch(at("/keys"))).isInstanceOf(StoreUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://tv.example/keys",
        "http://localhost.example/keys",
        "ftp://localhost/keys",
        "file:///etc/passwd",
        "https:keys",
        "/keys"
      })
  void whatIsNotHttpsIsNotAsked(String uri) {
    assertThatThrownBy(() -> fetch(URI.create(uri)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasRootCauseMessage("not https");
  }

  @Test
  void inProductionThisMachineIsNoException() {
    // Given
    var strict = new KeyServers(vertx, false);

    // Then
    assertThatThrownBy(() -> strict.fetch(at("/keys")).await().atMost(PATIENCE))
        .hasRootCauseMessage("not https");
  }

  private KeySet fetch(URI uri) {
    return servers.fetch(uri).await().atMost(PATIENCE);
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + server.actualPort() + path);
  }

  /** So much more than what is read. */
  private static String padded(int more) {
    return KEYS + " ".repeat(KeyServers.MOST_BYTES - KEYS.length() + more);
  }
}
