package dev.latchkey.local;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The secrets of one run, made up at its start. They go with its data, and never print. */
record Secrets(
    String databasePassword,
    String userCodePepper,
    String masterKey,
    String refreshTokenSecret,
    String upstreamSecret) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secrets random() {
    // The password stands in a URL and an SQL literal: the alphabet without + / = needs no quoting.
    var password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    return new Secrets(password, base64(), base64(), base64(), base64());
  }

  Set<String> all() {
    return Set.of(databasePassword, userCodePepper, masterKey, refreshTokenSecret, upstreamSecret);
  }

  @Override
  public String toString() {
    return "Secrets[redacted]";
  }

  private static String base64() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  private static byte[] bytes() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
