package dev.latchkey.e2e;

import dev.latchkey.local.LocalSystem;

/** The page of a person's own account; see {@link Scenes}. */
final class AccountScenes {

  private static final String WITH_PASSKEY = "gus";

  private AccountScenes() {}

  static void account(Visitor visitor, Tv tv) {
    visitor.opens("/account").signsIn("erin", "keeper-of-lights");
  }

  static void wrongCurrentPassword(Visitor visitor, Tv tv) {
    account(visitor, tv);
    visitor.page().locator("#current_password").fill("not-the-password");
    visitor.page().locator("#new_password").fill("another-long-password");
    visitor.page().locator("form[action='/account/password'] button[type=submit]").click();
  }

  static void passkeys(Visitor visitor, Tv tv, LocalSystem system) {
    var gus = "(select id from people.account where username = ?)";
    new Tables(system).change("delete from people.passkey where account = " + gus, WITH_PASSKEY);
    VirtualAuthenticator.of(visitor.page());
    visitor.opens("/account").signsIn(WITH_PASSKEY, "owner-of-nothing");
    visitor.page().locator("#label").fill("Blue phone");
    visitor.page().locator("form[action='/account/passkeys'] button[type=submit]").click();
    visitor.page().locator(".passkeys").waitFor();
  }
}
