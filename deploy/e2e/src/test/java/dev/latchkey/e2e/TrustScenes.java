package dev.latchkey.e2e;

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
    visitor
        .opens(codes.completePage())
        .decides("continue")
        .signsIn(USERNAME, PASSWORD)
        .decides("approve");
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
  static void signInAgain(Visitor visitor, Tv tv) {
    visitor.opens("/login").signsIn(USERNAME, PASSWORD);
    visitor
        .opens(tv.start(Tv.CLIENT, SCOPE, Map.of("max_age", "0")).completePage())
        .decides("continue");
  }

  static void tooManyCodes(Visitor visitor, Tv tv) {
    visitor.opens("/device");
    for (var guess = 0; guess < 30 && visitor.page().locator("#user_code").isVisible(); guess++) {
      visitor.types("BCDF-BCD" + "BCDFGHJKLM".charAt(guess % 10));
    }
  }

  static void account(Visitor visitor, Tv tv) {
    visitor.opens("/account").signsIn(USERNAME, PASSWORD);
  }

  static void wrongCurrentPassword(Visitor visitor, Tv tv) {
    account(visitor, tv);
    visitor.page().locator("#current_password").fill("not-the-password");
    visitor.page().locator("#new_password").fill("another-long-password");
    visitor.page().locator("form[action='/account/password'] button[type=submit]").click();
  }
}
