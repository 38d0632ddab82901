package dev.latchkey.token.mint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.token.keys.Algorithm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The {@code at_hash} of an ID token (OpenID Connect Core section 3.1.3.6). */
final class AccessTokenHash {

  private AccessTokenHash() {}

  /**
   * The left half of the access token's hash, base64url.
   *
   * @param algorithm what the ID token is signed with, which decides the hash
   */
  static String of(String accessToken, Algorithm algorithm) {
    try {
      var digest =
          MessageDigest.getInstance(algorithm.hash()).digest(accessToken.getBytes(US_ASCII));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, digest.length / 2));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm.hash(), e);
    }
  }
}
