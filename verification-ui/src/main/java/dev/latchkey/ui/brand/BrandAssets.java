package dev.latchkey.ui.brand;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Serves the installation's logo and colours. Not as resources: those look the session up first,
 * and a page without Redis should keep its colours.
 */
@ApplicationScoped
class BrandAssets {

  private final Brand brand;

  BrandAssets(Brand brand) {
    this.brand = brand;
  }

  void register(@Observes Router router) {
    if (!brand.styles().isEmpty()) {
      var styles = Buffer.buffer(brand.styles());
      router
          .get("/assets/brand.css")
          .handler(routing -> PictureAnswer.send(routing, "text/css;charset=UTF-8", styles));
    }
    brand
        .logo()
        .ifPresent(
            logo ->
                router
                    .get(brand.logoAddress())
                    .handler(routing -> PictureAnswer.send(routing, logo)));
  }
}
