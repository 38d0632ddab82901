package dev.latchkey.ui.entry;

import dev.latchkey.ui.page.StrictCookies;
import dev.latchkey.ui.session.BrowserMark;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person has done a moment ago, for the page after the redirect, which says it once. In a
 * cookie with a mark for this browser and person, not in the address: no link can have a page of
 * ours claim that something was done.
 */
@ApplicationScoped
public class JustDone {

  private static final String PURPOSE = "done ";

  /** A redirect takes no longer. */
  private static final Duration A_MOMENT = Duration.ofMinutes(1);

  private final StrictCookies cookies;
  private final String name;

  JustDone(StrictCookies cookies) {
    this.cookies = cookies;
    this.name = cookies.ofThisHost("latchkey-done");
  }

  /** To be told by the pages of that destination. */
  public void note(RoutingContext routing, Owner owner, Destination destination, Enum<?> what) {
    var words = words(destination, what);
    routing
        .response()
        .addCookie(
            cookies.of(name, words + "." + mark(owner, words)).setMaxAge(A_MOMENT.toSeconds()));
  }

  /** What was noted for that destination, if anything; nothing from then on. */
  public <E extends Enum<E>> Optional<E> take(
      RoutingContext routing, Owner owner, Destination destination, Class<E> kinds) {
    var noted =
        Optional.ofNullable(routing.request().getCookie(name)).map(Cookie::getValue).orElse("");
    if (!noted.startsWith(destination.word() + ".")) {
      return Optional.empty();
    }
    routing.response().addCookie(cookies.of(name, "").setMaxAge(0));
    var end = noted.lastIndexOf('.');
    var words = noted.substring(0, end);
    return BrowserMark.isGenuine(
            noted.substring(end + 1), owner.session().browser(), about(owner, words))
        ? EnumSet.allOf(kinds).stream()
            .filter(kind -> words(destination, kind).equals(words))
            .findAny()
        : Optional.empty();
  }

  private static String mark(Owner owner, String words) {
    return BrowserMark.of(owner.session().browser(), about(owner, words));
  }

  /** The browser is the same for whoever signs in next. */
  private static String about(Owner owner, String words) {
    return PURPOSE + owner.subject() + " " + words;
  }

  private static String words(Destination destination, Enum<?> what) {
    return destination.word() + "." + what.name().toLowerCase(Locale.ROOT);
  }
}
