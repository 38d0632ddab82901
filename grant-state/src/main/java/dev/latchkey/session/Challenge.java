package dev.latchkey.session;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a passkey must sign to show that it is there now (WebAuthn section 13.4.3): 256 random bits,
 * base64url. No secret: the page shows it to the browser.
 */
public record Challenge(String value) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public Challenge {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a challenge");
    }
  }

  public static Challenge random() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Challenge(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads what a browser says was signed; empty if we cannot have made it. */
  public static Optional<Challenge> parse(String sent) {
    return FORM.matcher(sent).matches() ? Optional.of(new Challenge(sent)) : Optional.empty();
  }
}
