package dev.latchkey.oauth.admin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Names one state of a resource (RFC 9110 section 8.8.3); always a strong one.
 *
 * @param opaque what stands between the quotes
 */
public record ETag(String opaque) {

  /** For what counts its changes. */
  public static ETag ofVersion(long version) {
    return new ETag(Long.toString(version));
  }

  /** For what does not: equal bytes, equal state. */
  public static ETag ofBytes(byte[] state) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(state);
      return new ETag(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The value of the header: in quotes. */
  @Override
  public String toString() {
    return '"' + opaque + '"';
  }
}
