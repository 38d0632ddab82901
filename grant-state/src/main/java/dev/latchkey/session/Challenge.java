package dev.latchkey.session;

import dev.latchkey.grant.Random256;
import java.util.Optional;

/**
 * What a passkey must sign to show that it is there now (WebAuthn section 13.4.3): 256 random bits,
 * base64url. No secret: the page shows it to the browser.
 */
public record Challenge(String value) {

  public Challenge {
    if (!Random256.isForm(value)) {
      throw new IllegalArgumentException("not a challenge");
    }
  }

  public static Challenge random() {
    return new Challenge(Random256.draw());
  }

  /** Reads what a browser says was signed; empty if we cannot have made it. */
  public static Optional<Challenge> parse(String sent) {
    return Random256.isForm(sent) ? Optional.of(new Challenge(sent)) : Optional.empty();
  }
}
