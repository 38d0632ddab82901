package dev.latchkey.authz.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.authz.registry.WebhookSecret;
import dev.latchkey.oauth.crypto.HmacSha256;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Signs as Standard Webhooks do. */
final class Signature {

  static final String ID = "webhook-id";
  static final String TIMESTAMP = "webhook-timestamp";
  static final String SIGNATURE = "webhook-signature";

  private Signature() {}

  /**
   * What goes into the header {@value #SIGNATURE}: one signature, or two with a space between while
   * the secret changes.
   *
   * @param seconds since 1970, of this attempt
   */
  static String of(Webhook webhook, String id, long seconds, String body) {
    var signed = (id + "." + seconds + "." + body).getBytes(UTF_8);
    return Stream.concat(Stream.of(webhook.secret()), webhook.oldSecret().stream())
        .map(WebhookSecret::key)
        .map(key -> "v1," + Base64.getEncoder().encodeToString(HmacSha256.of(key, signed)))
        .collect(Collectors.joining(" "));
  }
}
