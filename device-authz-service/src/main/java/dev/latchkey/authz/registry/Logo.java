package dev.latchkey.authz.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A client's picture as the data URI that it was declared by (RFC 2397).
 *
 * @param dataUri with the picture in base64
 */
public record Logo(String dataUri) {

  /** 132 bits: nobody makes another picture of the same name. */
  private static final int CHARACTERS = 22;

  /**
   * Names this very picture, so that it can be cached for good: the first characters of the SHA-256
   * of the data URI in base64url.
   */
  public String id() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(dataUri.getBytes(US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest)
          .substring(0, CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
