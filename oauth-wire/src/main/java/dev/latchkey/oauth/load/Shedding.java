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
 * Sends requests to the OAuth endpoints away when there are too many, before they are read. The
 * token endpoint does that itself, because its answer depends on what is asked; keys and metadata
 * are always served, because they cost little and devices cannot go on without them.
 */
@ApplicationScoped
public class Shedding {

  /** A preflight is answered from memory. */
  private static final int AFTER_PREFLIGHTS = 8_000;

  private static final Set<String> PATHS =
      Stream.of(Endpoint.values())
          .filter(endpoint -> endpoint != Endpoint.TOKEN)
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
    } else if (overload.tryEnter()) {
      exchange.addEndHandler(end -> overload.leave());
      exchange.next();
    } else {
      // Nobody will read the body: what follows it on this connection must not wait for that.
      exchange.request().resume();
      OverloadAnswers.unavailable(exchange.response());
    }
  }
}
