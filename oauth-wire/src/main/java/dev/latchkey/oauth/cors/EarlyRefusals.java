package dev.latchkey.oauth.cors;

import dev.latchkey.oauth.origin.Endpoint;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets pages read refusals that come before the client is known, by the rule of {@link Preflights}:
 * they tell nothing but what was wrong with the request. Whatever comes after {@link
 * CrossOrigin#allow} is for the client's own pages.
 */
public class EarlyRefusals {

  private final AllowedOrigins origins;

  EarlyRefusals(AllowedOrigins origins) {
    this.origins = origins;
  }

  @ServerResponseFilter
  public Uni<Void> letBeRead(ContainerResponseContext answer, HttpServerRequest request) {
    return letBeRead(request, answer.getStatus());
  }

  /** Lets the page that sent it read the answer of that status, if it may; never fails. */
  public Uni<Void> letBeRead(HttpServerRequest request, int status) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null
        || status < 400
        || !isForPages(request.path())
        || CrossOrigin.isDecided(request)) {
      return Uni.createFrom().voidItem();
    }
    return isAllowed(origin)
        .invoke(allowed -> CrossOrigin.allow(request, allowed ? Set.of(origin) : Set.of()))
        .replaceWithVoid();
  }

  private Uni<Boolean> isAllowed(String origin) {
    return Origin.isOne(origin)
        ? origins
            .isAllowed(origin)
            .onFailure()
            .recoverWithItem(
                failure -> {
                  Log.debugf("a refusal is not for pages: %s", failure);
                  return false;
                })
        : Uni.createFrom().item(false);
  }

  private static boolean isForPages(String path) {
    // Only programs on servers introspect.
    return Endpoint.at(path).filter(endpoint -> endpoint != Endpoint.INTROSPECTION).isPresent();
  }
}
