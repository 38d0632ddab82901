package dev.latchkey.oauth.crypto;

import java.util.Arrays;

/** HKDF with SHA-256 (RFC 5869), which the JDK has from 25 on only. */
public final class Hkdf {

  private static final int HASH_BYTES = 32;

  private Hkdf() {}

  /**
   * A key for one purpose.
   *
   * @param secret with enough randomness in it; it may be longer than that
   * @param info the purpose
   * @param bytes at most 32: one block
   */
  public static byte[] derive(byte[] secret, byte[] salt, byte[] info, int bytes) {
    if (bytes > HASH_BYTES) {
      throw new IllegalArgumentException("one block has " + HASH_BYTES + " bytes");
    }
    // Section 2.2: without a salt, a block of zeros takes its place.
    var extracted = HmacSha256.of(salt.length == 0 ? new byte[HASH_BYTES] : salt, secret);
    var block = Arrays.copyOf(info, info.length + 1);
    block[info.length] = 1;
    return Arrays.copyOf(HmacSha256.of(extracted, block), bytes);
  }
}
