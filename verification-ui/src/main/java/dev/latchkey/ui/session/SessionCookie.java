package dev.latchkey.ui.session;

import dev.latchkey.oauth.origin.PublicOrigin;
import dev.latchkey.session.SessionId;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The cookie that carries a session's id. With {@code __Host-} a browser takes it by TLS only, from
 * this host only; on plain-HTTP localhost it would refuse it, so there the prefix is left out.
 */
@ApplicationScoped
class SessionCookie {

  private final boolean secure;
  private final String name;

  SessionCookie(PublicOrigin origin) {
    this.secure = origin.secure();
    this.name = secure ? "__Host-latchkey" : "latchkey";
  }

  Optional<SessionId> read(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name))
        .map(Cookie::getValue)
        .flatMap(SessionId::parse);
  }

  void set(HttpServerResponse response, SessionId id) {
    response.addCookie(cookie(id.value()));
  }

  void clear(HttpServerResponse response) {
    response.addCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }
}
