package dev.latchkey.fleet.command;

import static java.util.Objects.requireNonNullElse;

import dev.latchkey.fleet.person.Account;
import dev.latchkey.fleet.person.AllowedHosts;
import dev.latchkey.fleet.person.People.Browsers;
import dev.latchkey.fleet.run.Target;
import dev.latchkey.fleet.wire.Credentials;
import dev.latchkey.fleet.wire.Discovery;
import dev.latchkey.fleet.wire.DiscoveryException;
import dev.latchkey.fleet.wire.Endpoints;
import dev.latchkey.fleet.wire.Forms;
import dev.latchkey.fleet.wire.WireLimits;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Finds out where the fleet goes, and asks whether it may. */
record Targets(
    Surroundings surroundings,
    ServerOptions server,
    SizeOptions size,
    PeopleOptions people,
    Duration hold) {

  private static final int USUAL_CONNECTIONS = 256;
  private static final int CONNECTIONS_BESIDE_HELD_POLLS = 64;
  private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);

  /** The password of the demo's registry, which is no secret. */
  private static final String DEMO_PASSWORD = "wonderland";

  /**
   * Asks before any foreign host is touched, metadata included.
   *
   * @throws UsageException if it may not, or an option is out of its limits
   * @throws DiscoveryException if the issuer does not say where its endpoints are
   */
  Target find(Vertx vertx) {
    Limits.between("--connections", size.connections, 0, Limits.CONNECTIONS);
    if (size.connections > 0 && size.connections < size.threads) {
      throw new UsageException(
          "--connections must be at least --threads, of which each has its own");
    }
    Limits.between("--browsers", people.browsers, 1, Limits.BROWSERS);
    Limits.span("--timeout", size.timeout, Duration.ofMillis(1), LONGEST_TIMEOUT);
    var hosts = new ForeignHosts(surroundings, server.yes, size.devices);
    var endpoints = endpoints(vertx, hosts);
    hosts.agree(server.alsoHosts);
    var credentials =
        new Credentials(
            server.clientId,
            server.clientSecret != null
                ? server.clientSecret
                : surroundings.variable("FLEET_CLIENT_SECRET").orElse(null),
            server.secretInBody);
    return new Target(
        endpoints,
        credentials,
        new Forms(credentials, server.scope, server.parameters),
        new WireLimits(connections(), size.timeout, server.insecure),
        new Account(people.username, password()),
        new Browsers(people.browsers, new AllowedHosts(hosts.agreed()), server.insecure),
        size.threads);
  }

  private Endpoints endpoints(Vertx vertx, ForeignHosts hosts) {
    var issuer = server.issuer;
    var device = server.device;
    var token = server.token;
    if (issuer != null && device == null && token == null) {
      hosts.agree(List.of(Limits.address("--issuer", issuer).getHost()));
      var found = discovered(vertx, issuer);
      hosts.agree(List.of(found.device().getHost(), found.token().getHost()));
      return found;
    }
    if (issuer == null && device != null && token != null) {
      hosts.agree(
          List.of(
              Limits.address("--device-url", device).getHost(),
              Limits.address("--token-url", token).getHost()));
      return new Endpoints(device, token);
    }
    throw new UsageException("say --issuer, or both --device-url and --token-url");
  }

  private Endpoints discovered(Vertx vertx, URI issuer) {
    try {
      var found =
          new Discovery(vertx, server.insecure)
              .endpoints(issuer)
              .toCompletionStage()
              .toCompletableFuture()
              .join();
      Limits.address("the metadata's device_authorization_endpoint", found.device());
      Limits.address("the metadata's token_endpoint", found.token());
      return found;
    } catch (CompletionException e) {
      if (e.getCause() instanceof DiscoveryException known) {
        throw known;
      }
      throw e;
    }
  }

  private int connections() {
    if (size.connections > 0) {
      return size.connections;
    }
    return hold.isZero()
        ? USUAL_CONNECTIONS
        : Math.min(size.devices + CONNECTIONS_BESIDE_HELD_POLLS, Limits.CONNECTIONS);
  }

  private String password() {
    return requireNonNullElse(
        people.password, surroundings.variable("FLEET_PASSWORD").orElse(DEMO_PASSWORD));
  }
}
