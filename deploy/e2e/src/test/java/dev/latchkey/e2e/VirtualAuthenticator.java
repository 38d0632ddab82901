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

  /**
   * Used where somebody presses the button; its pages offer no passkeys in the user name's field.
   */
  static VirtualAuthenticator of(Page page) {
    page.addInitScript("delete PublicKeyCredential.isConditionalMediationAvailable");
    return takingEveryOffer(page);
  }

  /** Its person picks the passkey as soon as a page offers one in a field. */
  static VirtualAuthenticator takingEveryOffer(Page page) {
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
