package dev.latchkey.ui.upstream;

import dev.latchkey.ui.decide.Way;
import dev.latchkey.ui.entry.Destination;
import dev.latchkey.ui.page.StrictCookies;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the person was about when they went to the provider: a grant's handle and the mark that it
 * was confirmed, both of which mean nothing without their session. A cookie for each round trip, by
 * its {@code state}, so that two tabs do not take each other's grant.
 */
@ApplicationScoped
class PendingSignIn {

  private static final String PREFIX = "latchkey_login_";
  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9_-]{0,64})\\.([A-Za-z0-9_-]{0,64})\\.([a-z]{1,16})");

  private final StrictCookies cookies;

  PendingSignIn(StrictCookies cookies) {
    this.cookies = cookies;
  }

  void remember(RoutingContext routing, String state, Errand errand) {
    var value = errand.grant() + "." + errand.confirmed() + "." + errand.to().word();
    if (STATE.matcher(state).matches() && VALUE.matcher(value).matches()) {
      routing
          .response()
          .addCookie(cookie(state, value).setMaxAge(ProviderTenants.AWAY_AT_MOST.toSeconds()));
    }
  }

  /** What it was, once; about no grant if we do not know. */
  Errand take(RoutingContext routing) {
    return Optional.ofNullable(routing.request().getParam("state"))
        .filter(state -> STATE.matcher(state).matches())
        .map(state -> take(routing, state))
        .orElse(Errand.NONE);
  }

  private Errand take(RoutingContext routing, String state) {
    var sent = routing.request().getCookie(PREFIX + state);
    if (sent == null) {
      return Errand.NONE;
    }
    routing.response().addCookie(cookie(state, "").setMaxAge(0));
    var value = VALUE.matcher(sent.getValue());
    return value.matches()
        ? new Errand(value.group(1), value.group(2), Destination.named(value.group(3)))
        : Errand.NONE;
  }

  private Cookie cookie(String state, String value) {
    return cookies.of(PREFIX + state, value).setPath(Way.SIGN_IN);
  }

  /**
   * What is left to do after signing in.
   *
   * @param grant the handle of a grant; empty for none
   * @param confirmed the mark that it was confirmed; empty for none
   * @param to where the person goes without a grant
   */
  record Errand(String grant, String confirmed, Destination to) {

    static final Errand NONE = new Errand("", "", Destination.DEVICE);
  }
}
