package dev.latchkey.authz.registry.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.authz.registry.Declaration;
import dev.latchkey.oauth.webhook.WebhookSecret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether a file says something else than before: its text, and the secrets that it refers
 * to, which change without it. One way only, so that no secret stays in memory for it.
 */
public record Fingerprint(String sha256) {

  public static Fingerprint of(String text, Declaration declaration) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(UTF_8));
      for (var entry : declaration.clients()) {
        digest.update((byte) 0);
        digest.update(entry.secret().orElse("").getBytes(UTF_8));
      }
      for (var webhook : declaration.webhooks()) {
        digest.update((byte) 0);
        digest.update(webhook.secret().text().getBytes(UTF_8));
        digest.update((byte) 0);
        digest.update(webhook.oldSecret().map(WebhookSecret::text).orElse("").getBytes(UTF_8));
      }
      return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
