package dev.latchkey.oauth.admin;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The OpenAPI description of what a service has below {@code /admin}, on its management port, as it
 * is committed in {@code docs/openapi}. Services without one have no such page.
 */
@ApplicationScoped
class Description {

  private final String file;

  Description(@ConfigProperty(name = "quarkus.application.name") String service) {
    this.file = "/openapi/%s.yaml".formatted(service);
  }

  void register(@Observes ManagementInterface management) {
    if (Description.class.getResource(file) != null) {
      management.router().get("/q/openapi").blockingHandler(this::send);
    }
  }

  private void send(RoutingContext routing) {
    // RFC 9512.
    routing
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml")
        .end(Buffer.buffer(read()));
  }

  private byte[] read() {
    try (var in = Description.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
