package dev.latchkey.ui.brand;

import dev.latchkey.oauth.picture.Picture;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Sends what is at an address that names its content, so that browsers need not ask again. */
public final class PictureAnswer {

  static final String FOREVER = "public, immutable, max-age=31536000";

  /** For who opens a picture by itself: an SVG may style itself, and that is all. */
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

  private PictureAnswer() {}

  public static void send(RoutingContext routing, Picture picture) {
    routing.response().putHeader("Content-Security-Policy", POLICY);
    send(routing, picture.kind().type(), picture.content());
  }

  static void send(RoutingContext routing, String type, Buffer content) {
    routing
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, FOREVER)
        .end(content);
  }
}
