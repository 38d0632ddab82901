package dev.latchkey.fleet.run;

import dev.latchkey.fleet.person.Account;
import dev.latchkey.fleet.person.AllowedHosts;
import dev.latchkey.fleet.person.People.Browsers;
import dev.latchkey.fleet.scenario.Arrivals;
import dev.latchkey.fleet.scenario.Fates;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.scenario.Quirks;
import dev.latchkey.fleet.scenario.Scenario;
import dev.latchkey.fleet.wire.Credentials;
import dev.latchkey.fleet.wire.Endpoints;
import dev.latchkey.fleet.wire.Forms;
import dev.latchkey.fleet.wire.WireLimits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A short run against a server of our own in this process, so that the time in which the simulator
 * itself loads and compiles its classes is not charged to the server that is measured.
 */
public final class Rehearsal {

  private static final int DEVICES = 2_000;
  private static final double PEOPLE = 0.05;
  private static final int CONNECTIONS = 64;
  private static final Duration POLL_EVERY = Duration.ofMillis(200);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final String CODES =
      """
      {"device_code":"d","user_code":"u","verification_uri":"%1$s","verification_uri_complete":"%1$s","expires_in":600,"interval":1}
      """;
  private static final String PAGE =
      "<form method=post action=/decided><button>Approve</button></form>";

  private final Vertx vertx;
  private final BooleanSupplier interrupted;

  /** A rehearsal that ends, too, when somebody wants the end. */
  public Rehearsal(Vertx vertx, BooleanSupplier interrupted) {
    this.vertx = vertx;
    this.interrupted = interrupted;
  }

  /** Runs so long; a span of zero is no rehearsal. */
  public Future<Void> begin(Duration span, int threads) {
    if (span.isZero()) {
      return Future.succeededFuture();
    }
    var server = vertx.createHttpServer();
    return server
        .requestHandler(request -> answer(request, server))
        .listen(0, "127.0.0.1")
        .compose(
            listening ->
                new Run(vertx, plan(span), target(server, threads), so -> {}, interrupted).begin())
        .compose(result -> server.close());
  }

  private static Plan plan(Duration span) {
    return new Plan(
        Scenario.STEADY,
        DEVICES,
        span,
        new Arrivals.Within(Duration.ZERO, span),
        Optional.empty(),
        new Quirks(1, 1, Optional.of(POLL_EVERY), false, 0, 0, Duration.ZERO),
        new Fates(PEOPLE, 0, Duration.ZERO, span),
        Optional.empty(),
        0,
        true,
        true,
        1);
  }

  private static Target target(HttpServer server, int threads) {
    var credentials = new Credentials("rehearsal", null, false);
    return new Target(
        new Endpoints(at(server, "/device"), at(server, "/token")),
        credentials,
        new Forms(credentials, "", Map.of()),
        new WireLimits(CONNECTIONS, TIMEOUT, false),
        new Account("", ""),
        new Browsers(1, new AllowedHosts(Set.of()), false),
        threads);
  }

  private static void answer(HttpServerRequest request, HttpServer server) {
    switch (request.path()) {
      case "/device" -> request.response().end(CODES.formatted(at(server, "/page")));
      case "/page" -> request.response().end(PAGE);
      case "/decided" -> request.response().end("<p>Done");
      default -> request.response().setStatusCode(400).end("{\"error\":\"authorization_pending\"}");
    }
  }

  private static URI at(HttpServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.actualPort() + path);
  }
}
