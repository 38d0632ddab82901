package dev.latchkey.oauth.jose;

import java.security.interfaces.RSAPublicKey;

/**
 * Which RSA keys of clients we verify with: strong ones that do not cost us more than they must.
 */
public final class RsaStrength {

  /** The rule in words, for refusals. */
  public static final String RULE = "2048 to 4096 bits and an exponent of at most 32";

  private static final int FEWEST_BITS = 2048;

  /** Larger ones only cost us time. */
  private static final int MOST_BITS = 4096;

  /** Everybody's is 65537; one as long as the modulus stops an event loop for seconds. */
  private static final int MOST_EXPONENT_BITS = 32;

  private RsaStrength() {}

  public static boolean isReasonable(RSAPublicKey key) {
    var bits = key.getModulus().bitLength();
    return bits >= FEWEST_BITS
        && bits <= MOST_BITS
        && key.getPublicExponent().bitLength() <= MOST_EXPONENT_BITS;
  }
}
