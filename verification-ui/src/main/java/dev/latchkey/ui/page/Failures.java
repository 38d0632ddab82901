package dev.latchkey.ui.page;

import dev.latchkey.ui.metrics.Metrics;
import dev.latchkey.ui.metrics.Metrics.Failure;
import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What fails outside of the resources. The framework would log the address of such a request, and
 * the query of {@code /device} is a code.
 */
@ApplicationScoped
class Failures {

  private final Metrics metrics;

  Failures(Metrics metrics) {
    this.metrics = metrics;
  }

  void register(@Observes Router router) {
    router.route().order(-StrictHeaders.PRIORITY).failureHandler(this::failed);
  }

  private void failed(RoutingContext routing) {
    var status = routing.statusCode() < 400 ? 500 : routing.statusCode();
    if (status >= 500) {
      Log.error("request failed", routing.failure());
      metrics.failed(Failure.FAILED);
    }
    NoticePage.send(routing, Notice.of(status));
  }
}
