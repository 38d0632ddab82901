package dev.latchkey.ui.page;

import dev.latchkey.oauth.origin.PublicOrigin;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.enterprise.context.ApplicationScoped;

/** How our cookies are: out of reach of scripts and of other sites, and by TLS only. */
@ApplicationScoped
public class StrictCookies {

  private final boolean secure;

  StrictCookies(PublicOrigin origin) {
    this.secure = origin.secure();
  }

  /**
   * The name under which a browser takes a cookie by TLS only, from this host only, for all its
   * pages. On plain-HTTP localhost it would refuse such a name, so there the prefix is left out.
   */
  public String ofThisHost(String name) {
    return secure ? "__Host-" + name : name;
  }

  /** A cookie for all pages, until the browser is closed. */
  public Cookie of(String name, String value) {
    return Cookie.cookie(name, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(secure)
        .setSameSite(CookieSameSite.LAX);
  }
}
