package dev.latchkey.ui.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.crypto.HmacSha256;
import dev.latchkey.ui.page.StrictCookies;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Remembers in a browser, by a cookie, that somebody has signed in to an account with it. That
 * proves nothing but this: its failures are counted apart, so that nobody can lock the owner out
 * from elsewhere. The cookie is a random id and a MAC over it and the account's name.
 */
@ApplicationScoped
class KnownBrowsers {

  /** Under the key that user codes are looked up by: what it is used for must differ. */
  private static final String PURPOSE = "latchkey/known-browser/v1\0";

  private static final Duration KEPT = Duration.ofDays(180);
  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final StrictCookies cookies;
  private final String cookie;
  private final byte[] key;

  KnownBrowsers(
      StrictCookies cookies, @ConfigProperty(name = "latchkey.user-code.pepper") String pepper) {
    this.cookies = cookies;
    this.cookie = cookies.ofThisHost("latchkey-known");
    this.key = Base64.getDecoder().decode(pepper);
  }

  /** The id of a browser in which somebody signed in under that name before. */
  Optional<String> id(RoutingContext routing, String name) {
    return Optional.ofNullable(routing.request().getCookie(cookie))
        .map(Cookie::getValue)
        .map(FORM::matcher)
        .filter(form -> form.matches() && isGenuine(form.group(2), form.group(1), name))
        .map(form -> form.group(1));
  }

  /** Somebody has just signed in under that name. */
  void remember(RoutingContext routing, String name) {
    var id = id(routing, name).orElseGet(this::draw);
    routing
        .response()
        .addCookie(cookies.of(cookie, id + "." + mac(id, name)).setMaxAge(KEPT.toSeconds()));
  }

  private String draw() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return BASE64.encodeToString(bytes);
  }

  private boolean isGenuine(String shown, String id, String name) {
    return MessageDigest.isEqual(mac(id, name).getBytes(UTF_8), shown.getBytes(UTF_8));
  }

  private String mac(String id, String name) {
    var words = (PURPOSE + id + '\0' + name).getBytes(UTF_8);
    return BASE64.encodeToString(HmacSha256.of(key, words));
  }
}
