package dev.latchkey.e2e;

import com.microsoft.playwright.Route.FulfillOptions;
import dev.latchkey.local.LocalSystem;
import java.time.Duration;
import java.util.Map;

/** The pages on which people decide whether to trust a device; see {@link Scenes}. */
final class TrustScenes {

  private static final String USERNAME = "erin";
  private static final String PASSWORD = "keeper-of-lights";
  private static final String SCOPE = "openid watch";

  private TrustScenes() {}

  /** Consent was given before: this page approves. */
  static void remembered(Visitor visitor, Tv tv) {
    visitor.opens("/login").signsIn(USERNAME, PASSWORD);
    visitor.opens(tv.start(Tv.CLIENT, SCOPE).completePage());
    if (visitor.page().locator("button[name=decision][value=approve]").count() == 0) {
      visitor.decides("continue").decides("approve");
      visitor.opens(tv.start(Tv.CLIENT, SCOPE).completePage());
    }
  }

  static void number(Visitor visitor, Tv tv) {
    var codes = tv.start("matching-tv", SCOPE, Map.of("confirmation", "number"));
    visitor.opens(codes.completePage()).decides("continue").signsIn(USERNAME, PASSWORD);
    // Agreed to the first time, remembered from then on.
    if (visitor.page().locator(".number").count() == 0) {
      visitor.decides("approve");
    }
  }

  static void disowned(Visitor visitor, Tv tv) {
    visitor.opens(tv.start().completePage()).decides("disown");
  }

  static void typedOnly(Visitor visitor, Tv tv) {
    var code = tv.start("typed-tv", SCOPE).userCode();
    visitor.opens("/device?user_code=" + code);
  }

  /** The registration lists networks, and this browser is in none of them. */
  static void otherNetwork(Visitor visitor, Tv tv) {
    visitor.opens(tv.start("office-printer", SCOPE).completePage());
  }

  /** Only people of some groups at an identity provider. */
  static void otherGroup(Visitor visitor, Tv tv) {
    visitor.opens("/login").signsIn(USERNAME, PASSWORD);
    visitor.opens(tv.start("staff-kiosk", SCOPE).completePage());
  }

  /** Signed in, but the device wants that to be done anew. */
  static void signInAgain(Visitor visitor, Tv tv, LocalSystem system) {
    visitor.opens("/login").signsIn(USERNAME, PASSWORD);
    var codes = tv.start(Tv.CLIENT, SCOPE, Map.of("max_age", "0"));
    codes.age(system, Duration.ofMinutes(-1));
    visitor.opens(codes.completePage()).decides("continue");
  }

  /** On the way to the provider that the device wishes for; the way ends here. */
  static void leaving(Visitor visitor, Tv tv) {
    visitor.page().route("**/login/keycloak?*", route -> route.fulfill(nothingNew()));
    toProvider(visitor, tv, "keycloak");
  }

  static void providerAway(Visitor visitor, Tv tv) {
    toProvider(visitor, tv, "nowhere");
    visitor.page().waitForURL("**/login/nowhere?*");
  }

  private static void toProvider(Visitor visitor, Tv tv, String provider) {
    var codes = tv.start(Tv.CLIENT, SCOPE, Map.of("idp_hint", provider));
    visitor.opens(codes.completePage()).decides("continue");
  }

  /** A browser stays where it is. */
  private static FulfillOptions nothingNew() {
    return new FulfillOptions().setStatus(204);
  }
}
