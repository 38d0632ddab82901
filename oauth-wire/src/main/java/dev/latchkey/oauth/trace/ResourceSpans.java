package dev.latchkey.oauth.trace;

import dev.latchkey.oauth.origin.Endpoint;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The spans of requests to resources. Where nothing is traced, it is not in their way at all. */
@ApplicationScoped
class ResourceSpans {

  /** And before everything else. */
  private static final int AFTER_BODY_LIMIT = 9_500;

  /** Where the framework notes which resource's path a request has matched. */
  private static final String TEMPLATE = "UrlPathTemplate";

  /** They do it themselves, see {@link dev.latchkey.oauth.route}. */
  private static final Set<String> ROUTES =
      Stream.of(Endpoint.DEVICE_AUTHORIZATION, Endpoint.TOKEN)
          .flatMap(endpoint -> endpoint.paths().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final Traces traces;

  ResourceSpans(Traces traces) {
    this.traces = traces;
  }

  void register(@Observes Filters filters) {
    if (traces.isOn()) {
      filters.register(this::trace, AFTER_BODY_LIMIT);
    }
  }

  private void trace(RoutingContext exchange) {
    if (!ROUTES.contains(exchange.normalizedPath())) {
      var span = traces.begin(exchange.request(), null, null);
      exchange.addEndHandler(
          end -> {
            span.at(route(exchange));
            if (end.succeeded()) {
              span.answered(exchange.response().getStatusCode());
            } else {
              span.abandoned();
            }
          });
    }
    exchange.next();
  }

  /** Our own path, or the template of it that may have a code in it. */
  private static @Nullable String route(RoutingContext exchange) {
    var path = exchange.normalizedPath();
    return Endpoint.at(path).isPresent() ? path : template(exchange);
  }

  private static @Nullable String template(RoutingContext exchange) {
    return exchange.request() instanceof HttpServerRequestInternal request
        ? request.context().getLocal(TEMPLATE)
        : null;
  }
}
