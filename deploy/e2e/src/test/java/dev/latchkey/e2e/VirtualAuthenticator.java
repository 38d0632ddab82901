package dev.latchkey.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * Chromium's own authenticator in software, as built into a phone: it keeps passkeys, and verifies
 * its person by itself. It belongs to one page.
 */
final class VirtualAuthenticator {

  private final CDPSession chromium;
  private final String id;

  private VirtualAuthenticator(CDPSession chromium, String id) {
    this.chromium = chromium;
    this.id = id;
  }

  static VirtualAuthenticator of(Page page) {
    var chromium = page.context().newCDPSession(page);
    chromium.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    var added = new JsonObject();
    added.add("options", options);
    var answer = chromium.send("WebAuthn.addVirtualAuthenticator", added);
    return new VirtualAuthenticator(chromium, answer.get("authenticatorId").getAsString());
  }

  /** From now on nobody passes as its person. */
  void forgetsItsPerson() {
    var who = new JsonObject();
    who.addProperty("authenticatorId", id);
    who.addProperty("isUserVerified", false);
    chromium.send("WebAuthn.setUserVerified", who);
  }
}
