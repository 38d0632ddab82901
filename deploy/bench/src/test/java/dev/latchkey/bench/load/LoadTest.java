package dev.latchkey.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of Vert.x, with real connections. */
class LoadTest {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger asked = new AtomicInteger();

  private final Path folder;

  LoadTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void sendsAsManyAsOrderedAndCountsTheAnswers() {
    // Given
    var codes = folder.resolve("codes");
    var order =
        Order.of(server(), "/oauth/device/code", "client_id=tv", 3, Duration.ofSeconds(20))
            .requests(40)
            .keeping("device_code", codes);

    // When
    var outcome = await(Load.carryOut(vertx, vertx.createNetClient(), over(order)));

    // Then
    assertThat(outcome.answers()).isEqualTo(Map.of("200", 20L, "400 slow_down", 20L));
    assertThat(outcome.requests()).isEqualTo(40);
    assertThat(outcome.seconds()).isPositive();
    assertThat(codes).content().hasLineCount(20);
    assertThat(Outcome.ofLine(outcome.toLine())).isEqualTo(outcome);
  }

  @Test
  void endsWhenTimeIsOver() {
    // Given
    var order = Order.of(server(), "/oauth/token", "a=b", 2, Duration.ofMillis(100));

    // When
    var outcome = await(Load.carryOut(vertx, vertx.createNetClient(), order));

    // Then
    assertThat(outcome.requests()).isEqualTo(asked.get()).isPositive();
    assertThat(outcome.seconds()).isBetween(0.05, 10.0);
  }

  @Test
  void aSlowServerDoesNotChangeWhenRequestsAreDue() {
    // Given: 100 requests within a second, and a server that answers none in its first half
    var order =
        Order.of(stallingServer(), "/oauth/token", "a=b", 1, Duration.ofSeconds(20))
            .paced(100, 100, 20);

    // When
    var outcome = await(Load.carryOut(vertx, vertx.createNetClient(), over(order)));

    // Then: the first half has waited, some of it for all that time
    assertThat(outcome.requests()).isEqualTo(100);
    assertThat(outcome.seconds()).isBetween(0.9, 10.0);
    assertThat(outcome.latencies().p99()).isBetween(400.0, 5_000.0);
    assertThat(outcome.latencies().p50()).isLessThan(outcome.latencies().p99() / 2);
  }

  @Test
  void whatIsDueWhileNoConnectionIsFreeHasWaitedSinceThen() {
    // Given: one connection, on which the first answer takes half a second
    var order =
        Order.of(stallingServer(), "/oauth/token", "a=b", 1, Duration.ofSeconds(20))
            .paced(100, 1_000, 1);

    // When
    var outcome = await(Load.carryOut(vertx, vertx.createNetClient(), over(order)));

    // Then: all 100 were due within the first tenth of it
    assertThat(outcome.latencies().p50()).isBetween(350.0, 5_000.0);
  }

  /** An order as the process gets it. */
  private static Order over(Order order) {
    return Order.ofLine(order.toLine());
  }

  private int server() {
    return serving(this::answer);
  }

  /** Answers nothing in the half second after its first request. */
  private int stallingServer() {
    var over = Promise.<Void>promise();
    var begun = new AtomicBoolean();
    return serving(
        request -> {
          if (begun.compareAndSet(false, true)) {
            vertx.setTimer(500, timer -> over.complete());
          }
          over.future().onComplete(end -> answer(request));
        });
  }

  private int serving(Handler<HttpServerRequest> handler) {
    var listening = vertx.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1");
    return await(listening.map(HttpServer::actualPort));
  }

  /** Codes and a refusal, by turns. */
  private void answer(HttpServerRequest request) {
    var number = asked.incrementAndGet();
    var unused =
        number % 2 == 0
            ? request.response().setStatusCode(400).end("{\"error\":\"slow_down\"}")
            : request.response().end("{\"device_code\":\"code-" + number + "\"}");
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
