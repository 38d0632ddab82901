package dev.latchkey.oauth.load;

import dev.latchkey.oauth.origin.Endpoint;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends requests to OAuth endpoints that are resources away when there are too many, before they
 * are read. Keys and metadata are always served, because they cost little and devices cannot go on
 * without them.
 */
@ApplicationScoped
public class Shedding {

  /** A preflight is answered from memory. */
  private static final int AFTER_PREFLIGHTS = 8_000;

  /** They do it themselves, see {@link dev.latchkey.oauth.route}. */
  private static final Set<Endpoint> ROUTES = Set.of(Endpoint.DEVICE_AUTHORIZATION, Endpoint.TOKEN);

  private static final Set<String> PATHS =
      Stream.of(Endpoint.values())
          .filter(endpoint -> !ROUTES.contains(endpoint))
          .flatMap(endpoint -> endpoint.paths().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Overload overload;

  Shedding(Overload overload, OverloadConfig config) {
    // Now, at the start: the rest waits for the first request, which a service may never get.
    Overload.check(config);
    this.overload = overload;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, AFTER_PREFLIGHTS);
  }

  private void check(RoutingContext exchange) {
    if (!PATHS.contains(exchange.normalizedPath())) {
      exchange.next();
      return;
    }
    var place = overload.tryEnter();
    if (place == null) {
      // Nobody will read the body: what follows it on this connection must not wait for that.
      exchange.request().resume();
      OverloadAnswers.unavailable(exchange.response());
    } else {
      exchange.addEndHandler(end -> place.leave());
      exchange.next();
    }
  }
}
