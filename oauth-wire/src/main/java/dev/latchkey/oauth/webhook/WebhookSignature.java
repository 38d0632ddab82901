package dev.latchkey.oauth.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.crypto.HmacSha256;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a receiver can tell by that a request is ours: an HMAC-SHA256 over its id, its time and its
 * body, so that none of them can be exchanged.
 */
public final class WebhookSignature {

  private static final String VERSION = "v1,";

  private WebhookSignature() {}

  /**
   * The three headers of a request.
   *
   * @param secrets one, or two while the secret changes: one signature for each
   * @param id the same each time that it is sent
   * @param seconds since 1970, of this attempt
   */
  public static Map<String, String> headers(
      List<WebhookSecret> secrets, String id, long seconds, String body) {
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", Long.toString(seconds),
        "webhook-signature", signatures(secrets, id, seconds, body));
  }

  private static String signatures(
      List<WebhookSecret> secrets, String id, long seconds, String body) {
    var signed = (id + "." + seconds + "." + body).getBytes(UTF_8);
    return secrets.stream()
        .map(WebhookSecret::key)
        .map(key -> VERSION + Base64.getEncoder().encodeToString(HmacSha256.of(key, signed)))
        .collect(Collectors.joining(" "));
  }
}
