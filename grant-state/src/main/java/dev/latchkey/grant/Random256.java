package dev.latchkey.grant;

import java.security.SecureRandom;
import java.util.Base64;

/** Text that nobody can guess: 256 random bits, base64url without padding, 43 characters. */
public final class Random256 {

  private static final int BYTES = 32;
  private static final int LENGTH = 43;
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
    var fits = text.length() == LENGTH;
    for (var at = 0; fits && at < LENGTH; at++) {
      fits = isBase64Url(text.charAt(at));
    }
    return fits;
  }

  /** By hand, as each poll asks twice: a pattern costs ten times as much. */
  private static boolean isBase64Url(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }
}
