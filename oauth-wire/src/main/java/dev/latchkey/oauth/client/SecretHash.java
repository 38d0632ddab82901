package dev.latchkey.oauth.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.crypto.HmacSha256;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A client secret at rest: {@code hs256$<salt>$<HMAC-SHA256(salt, secret)>}. A fast hash on
 * purpose: client secrets are random and long (the registry refuses short ones), and devices show
 * theirs at every poll.
 */
public record SecretHash(String encoded) {

  private static final String SCHEME = "hs256";
  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static SecretHash of(String secret) {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    var base64 = Base64.getUrlEncoder().withoutPadding();
    return new SecretHash(
        String.join(
            "$", SCHEME, base64.encodeToString(salt), base64.encodeToString(mac(salt, secret))));
  }

  /** Whether this is the hash of that secret; takes the same time either way. */
  public boolean matches(String secret) {
    var parts = encoded.split("\\$", -1);
    if (parts.length != 3 || !parts[0].equals(SCHEME)) {
      throw new IllegalStateException("not a secret hash of ours");
    }
    var base64 = Base64.getUrlDecoder();
    return MessageDigest.isEqual(base64.decode(parts[2]), mac(base64.decode(parts[1]), secret));
  }

  private static byte[] mac(byte[] salt, String secret) {
    return HmacSha256.of(salt, secret.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "SecretHash[redacted]";
  }
}
