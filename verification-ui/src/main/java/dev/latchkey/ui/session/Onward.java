package dev.latchkey.ui.session;

import dev.latchkey.oauth.origin.PublicOrigin;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a person goes after signing in, if it is not about a grant: the page that sent them to sign
 * in. A cookie remembers it through every way of signing in, and it names one of our own pages: no
 * address from a request is ever redirected to.
 */
@ApplicationScoped
public class Onward {

  /** The pages that want a signed-in person. */
  public enum Target {
    DEVICES("/devices"),
    ACCOUNT("/account");

    private final String path;

    Target(String path) {
      this.path = path;
    }

    public String path() {
      return path;
    }
  }

  private static final String COOKIE = "latchkey-onward";

  /** Time to sign in, at a provider too. */
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final boolean secure;

  Onward(PublicOrigin origin) {
    this.secure = origin.secure();
  }

  /** Remembers it for the next sign-in of this browser. */
  public void remember(RoutingContext routing, Target target) {
    routing.response().addCookie(cookie(target.name()).setMaxAge(KEPT.toSeconds()));
  }

  /** Where to, once; empty if no page asked for the sign-in, or too long ago. */
  public Optional<String> take(RoutingContext routing) {
    var sent = routing.request().getCookie(COOKIE);
    if (sent == null) {
      return Optional.empty();
    }
    routing.response().addCookie(cookie("").setMaxAge(0));
    return Arrays.stream(Target.values())
        .filter(target -> target.name().equals(sent.getValue()))
        .map(Target::path)
        .findFirst();
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }
}
