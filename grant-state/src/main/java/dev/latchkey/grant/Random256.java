package dev.latchkey.grant;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text that nobody can guess: 256 random bits, base64url without padding, 43 characters. */
public final class Random256 {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Random256() {}

  /** A new one. */
  public static String draw() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Whether it looks like one. */
  public static boolean isForm(String text) {
    return FORM.matcher(text).matches();
  }
}
