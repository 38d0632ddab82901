package dev.latchkey.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.FakeServer;
import dev.latchkey.fleet.device.Habits;
import dev.latchkey.fleet.device.PollAnswer;
import dev.latchkey.fleet.device.RefreshAnswer;
import dev.latchkey.fleet.device.StartAnswer;
import dev.latchkey.fleet.device.Trip;
import dev.latchkey.fleet.scenario.Phase;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Quirks;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.time.Stopwatch;
import dev.latchkey.fleet.time.TimerWheel;
import dev.latchkey.fleet.wire.Credentials;
import dev.latchkey.fleet.wire.Endpoints;
import dev.latchkey.fleet.wire.Forms;
import dev.latchkey.fleet.wire.Wire;
import dev.latchkey.fleet.wire.WireLimits;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeTest {

  private static final int CONNECTIONS = 1;

  private final Vertx vertx = Vertx.vertx();
  private final FakeServer server = new FakeServer();

  @AfterEach
  void close() {
    server.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({"/device/code, 0, 1", "/nobody, 0, 1", "/device/code, 1, 1", "/device/code, 1, 3"})
  void whatALandingThrowsIsHeardByWhoeverEndsTheRun(String path, double lostShare, int seed)
      throws Exception {
    // Given
    var heard = new CompletableFuture<Throwable>();
    vertx.exceptionHandler(heard::complete);
    var place =
        new VirtualDevice(
            Optional.empty(), losing(lostShare), Habits.GOOD, new SplittableRandom(seed));

    // When
    Loops.on(
        vertx,
        context -> {
          exchange(endpoint(path)).ask(new Errand(place, Kind.START, 0));
          return true;
        });

    // Then
    assertThat(heard.get(10, TimeUnit.SECONDS)).hasMessage("nobody foresaw it");
  }

  private URI endpoint(String path) {
    return path.equals("/nobody") ? URI.create("http://127.0.0.1:1/") : server.at(path);
  }

  /** Half of what is lost is so when it is sent, half when the answer comes. */
  private static Quirks losing(double share) {
    return new Quirks(1, 1, Optional.empty(), true, share, 0, Duration.ZERO);
  }

  private Exchange exchange(URI endpoint) {
    var clock = new Stopwatch();
    var credentials = new Credentials("tv", null, false);
    return new Exchange(
        new Wire(
            vertx,
            clock,
            new TimerWheel(),
            new Endpoints(endpoint, endpoint),
            credentials,
            new WireLimits(CONNECTIONS, Duration.ofSeconds(10), false)),
        new Requests(new Forms(credentials, "", Map.of()), false),
        new Book(new Phases(List.of(new Phase("burst", Duration.ZERO))), new Holding()),
        clock,
        CONNECTIONS,
        new Failing());
  }

  private static final class Failing implements Exchange.Replies {

    @Override
    public void started(VirtualDevice place, StartAnswer answer, Trip trip) {
      throw new IllegalStateException("nobody foresaw it");
    }

    @Override
    public void polled(VirtualDevice place, PollAnswer answer, Trip trip) {}

    @Override
    public void refreshed(VirtualDevice place, RefreshAnswer answer, Trip trip) {}
  }
}
