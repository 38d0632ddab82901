package dev.latchkey.oauth.webhook;

import java.util.Base64;

/**
 * What requests are signed with, as Standard Webhooks write it: {@code whsec_} and the base64 of
 * the key.
 */
public record WebhookSecret(String text) {

  private static final String PREFIX = "whsec_";

  /** Standard Webhooks, symmetric keys. */
  private static final int FEWEST_BYTES = 24;

  private static final int MOST_BYTES = 64;

  /** Whether a text is such a secret. */
  public static boolean isOne(String text) {
    if (!text.startsWith(PREFIX)) {
      return false;
    }
    try {
      var bytes = decoded(text).length;
      return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The key of the HMAC. */
  public byte[] key() {
    return decoded(text);
  }

  private static byte[] decoded(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }

  @Override
  public String toString() {
    return "WebhookSecret[redacted]";
  }
}
