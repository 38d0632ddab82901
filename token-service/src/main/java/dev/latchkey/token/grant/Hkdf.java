package dev.latchkey.token.grant;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869), which the JDK has from 25 on only. */
final class Hkdf {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int HASH_BYTES = 32;

  private Hkdf() {}

  /**
   * A key for one purpose.
   *
   * @param secret with enough randomness in it; it may be longer than that
   * @param info the purpose
   * @param bytes at most 32: one block
   */
  static byte[] derive(byte[] secret, byte[] salt, byte[] info, int bytes) {
    if (bytes > HASH_BYTES) {
      throw new IllegalArgumentException("one block has " + HASH_BYTES + " bytes");
    }
    // Section 2.2: without a salt, a block of zeros takes its place.
    var extracted = mac(salt.length == 0 ? new byte[HASH_BYTES] : salt, secret);
    var block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return Arrays.copyOf(mac(extracted, block), bytes);
  }

  private static byte[] mac(byte[] key, byte[] input) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
