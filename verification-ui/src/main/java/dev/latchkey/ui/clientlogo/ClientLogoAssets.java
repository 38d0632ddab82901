package dev.latchkey.ui.clientlogo;

import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.ui.brand.PictureAnswer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /assets/clients/<digest>}: not a resource, because those look the session up first. */
@ApplicationScoped
class ClientLogoAssets {

  private static final String DIGEST = "digest";

  private final ClientLogos logos;

  ClientLogoAssets(ClientLogos logos) {
    this.logos = logos;
  }

  void register(@Observes Router router) {
    router.getWithRegex("/assets/clients/(?<digest>[A-Za-z0-9_-]{22})").handler(this::send);
  }

  private void send(RoutingContext routing) {
    logos
        .find(routing.pathParam(DIGEST))
        .subscribe()
        .with(
            found ->
                found.ifPresentOrElse(
                    logo -> PictureAnswer.send(routing, logo), () -> routing.fail(404)),
            failure -> routing.fail(isAway(failure) ? 503 : 500, failure));
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof StoreUnavailableException;
  }
}
