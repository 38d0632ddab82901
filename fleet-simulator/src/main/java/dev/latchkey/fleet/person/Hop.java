package dev.latchkey.fleet.person;

import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * One request of a browser.
 *
 * @param body an encoded form, if it is a POST
 * @param origin of the page whose form it is; empty if a person typed the address
 * @param redirects how many led here
 */
record Hop(
    HttpMethod method, URI address, Optional<String> body, Optional<String> origin, int redirects) {

  private static final int MOST_REDIRECTS = 10;
  private static final Set<Integer> AS_GET = Set.of(301, 302, 303);
  private static final Set<Integer> AS_IT_WAS = Set.of(307, 308);

  static Hop typed(URI address) {
    return new Hop(HttpMethod.GET, address, Optional.empty(), Optional.empty(), 0);
  }

  static Hop of(PageForm form, String fields) {
    var origin = Optional.of(form.page().getScheme() + "://" + form.page().getAuthority());
    return form.posts()
        ? new Hop(HttpMethod.POST, form.action(), Optional.of(fields), origin, 0)
        : new Hop(HttpMethod.GET, Links.query(form.action(), fields), Optional.empty(), origin, 0);
  }

  /** Whether no page led here. */
  boolean isTyped() {
    return origin.isEmpty() && redirects == 0;
  }

  static boolean isRedirect(int status) {
    return AS_GET.contains(status) || AS_IT_WAS.contains(status);
  }

  /**
   * Where a redirect leads (RFC 9110 section 15.4): 307 and 308 repeat method and body, the others
   * are followed by a GET.
   *
   * @throws WalkException if there were too many of them
   */
  Hop redirected(int status, String location) {
    if (redirects == MOST_REDIRECTS) {
      throw new WalkException(status, "too many redirects");
    }
    var there = Links.resolve(address, location);
    return AS_IT_WAS.contains(status)
        ? new Hop(method, there, body, origin, redirects + 1)
        : new Hop(HttpMethod.GET, there, Optional.empty(), origin, redirects + 1);
  }

  @Override
  public String toString() {
    return "Hop[" + method + " " + address.getPath() + "]";
  }
}
