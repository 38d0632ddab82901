package dev.latchkey.authz.registry.admin;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;

/** A client's secret, on its way to whoever asked for it, once: only its hash is stored. */
record ShownSecret(@JsonValue String value) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one, of 256 bits. */
  static ShownSecret draw() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new ShownSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  @Override
  public String toString() {
    return "ShownSecret[redacted]";
  }
}
