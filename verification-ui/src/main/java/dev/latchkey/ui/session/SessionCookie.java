package dev.latchkey.ui.session;

import dev.latchkey.session.SessionId;
import dev.latchkey.ui.page.StrictCookies;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The cookie that carries a session's id. */
@ApplicationScoped
class SessionCookie {

  private final StrictCookies cookies;
  private final String name;

  SessionCookie(StrictCookies cookies) {
    this.cookies = cookies;
    this.name = cookies.ofThisHost("latchkey");
  }

  Optional<SessionId> read(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name))
        .map(Cookie::getValue)
        .flatMap(SessionId::parse);
  }

  void set(HttpServerResponse response, SessionId id) {
    response.addCookie(cookies.of(name, id.value()));
  }

  void clear(HttpServerResponse response) {
    response.addCookie(cookies.of(name, "").setMaxAge(0));
  }
}
