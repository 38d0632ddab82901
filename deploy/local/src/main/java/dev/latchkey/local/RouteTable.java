package dev.latchkey.local;

import static dev.latchkey.local.Absence.OAUTH;
import static dev.latchkey.local.Absence.PAGE;
import static dev.latchkey.local.Absence.POLL;
import static dev.latchkey.local.Part.DEVICE_AUTHZ;
import static dev.latchkey.local.Part.TOKEN;
import static dev.latchkey.local.Part.VERIFICATION_UI;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which service serves which public path (DESIGN section 3). What is not here is not public: {@code
 * /admin}, {@code /internal} and {@code /q} above all.
 */
public final class RouteTable {

  private static final List<Route> ROUTES =
      List.of(
          only("/oauth/device/code", DEVICE_AUTHZ, OAUTH),
          only("/oauth2/device_authorize", DEVICE_AUTHZ, OAUTH),
          only("/oauth/token", TOKEN, POLL),
          only("/oauth2/token", TOKEN, POLL),
          only("/oauth/revoke", TOKEN, OAUTH),
          only("/oauth2/revoke", TOKEN, OAUTH),
          only("/oauth/introspect", TOKEN, OAUTH),
          only("/oauth2/introspect", TOKEN, OAUTH),
          only("/userinfo", TOKEN, OAUTH),
          only("/oauth2/userinfo", TOKEN, OAUTH),
          only("/.well-known/oauth-authorization-server", TOKEN, OAUTH),
          only("/.well-known/openid-configuration", TOKEN, OAUTH),
          only("/.well-known/jwks.json", TOKEN, OAUTH),
          only("/authenticationendpoint/device.do", VERIFICATION_UI, PAGE),
          below("/device"),
          below("/devices"),
          below("/account"),
          below("/login"),
          below("/logout"),
          below("/playground"),
          below("/assets"));

  /**
   * What a service could read as another path than we do: dot segments, empty segments, path
   * parameters, and all of these percent-encoded.
   */
  private static final Pattern AMBIGUOUS =
      Pattern.compile("/\\.{1,2}(/|$)|//|[\\\\;]|(?i:%(2e|2f|5c|3b|25|00))");

  private RouteTable() {}

  /** All of it. */
  public static List<Route> routes() {
    return ROUTES;
  }

  /** Empty if the path is not public, or not plain enough to tell. */
  public static Optional<Route> find(String path) {
    if (AMBIGUOUS.matcher(path).find()) {
      return Optional.empty();
    }
    return ROUTES.stream().filter(route -> route.matches(path)).findFirst();
  }

  private static Route only(String path, Part service, Absence absence) {
    return new Route(path, false, service, absence);
  }

  private static Route below(String page) {
    return new Route(page, true, VERIFICATION_UI, PAGE);
  }
}
