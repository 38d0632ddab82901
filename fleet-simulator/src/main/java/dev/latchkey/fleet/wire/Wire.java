package dev.latchkey.fleet.wire;

import static java.util.Objects.requireNonNull;

import dev.latchkey.fleet.time.RunClock;
import dev.latchkey.fleet.time.TimerWheel;
import dev.latchkey.fleet.wire.Request.Endpoint;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Sends what devices send. Belongs to one event loop; its caller keeps to the number of
 * connections, so that nothing ever waits in the client's own queue unseen.
 */
public final class Wire {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Connections connections;
  private final RunClock clock;
  private final TimerWheel wheel;
  private final WireLimits limits;
  private final Map<Endpoint, RequestOptions> targets;

  /** To be made on the event loop that uses it. */
  public Wire(
      Vertx vertx,
      RunClock clock,
      TimerWheel wheel,
      Endpoints endpoints,
      Credentials credentials,
      WireLimits limits) {
    this.clock = clock;
    this.wheel = wheel;
    this.limits = limits;
    this.connections = new Connections(vertx, limits);
    this.targets =
        Map.of(
            Endpoint.DEVICE, target(endpoints.device(), credentials),
            Endpoint.TOKEN, target(endpoints.token(), credentials));
  }

  /** Sends; {@code done} is called exactly once, on this event loop, after the timeout at last. */
  public void send(Request request, Consumer<Landing> done) {
    var target = requireNonNull(targets.get(request.endpoint()));
    var flight = new Flight(request, target, connections, clock, wheel, done);
    flight.begin(clock.now() + limits.timeout().plus(request.hold()).toNanos());
  }

  public void close() {
    connections.close();
  }

  private static RequestOptions target(URI address, Credentials credentials) {
    var options =
        new RequestOptions()
            .setAbsoluteURI(address.toString())
            .setMethod(HttpMethod.POST)
            .putHeader(HttpHeaders.CONTENT_TYPE, FORM)
            .putHeader(HttpHeaders.ACCEPT, "application/json");
    credentials.header().ifPresent(value -> options.putHeader(HttpHeaders.AUTHORIZATION, value));
    return options;
  }
}
