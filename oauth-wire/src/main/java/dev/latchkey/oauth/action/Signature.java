package dev.latchkey.oauth.action;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.crypto.HmacSha256;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a hook can tell by that a request is ours, as Standard Webhooks has it: an HMAC-SHA256 over
 * its id, its time and its body, so that none of them can be exchanged.
 */
final class Signature {

  private static final String VERSION = "v1,";

  private Signature() {}

  /**
   * The header {@code webhook-signature}: one signature for each secret, with a space between.
   *
   * @param seconds since 1970
   */
  static String of(List<byte[]> secrets, String id, long seconds, String body) {
    var signed = (id + "." + seconds + "." + body).getBytes(UTF_8);
    return secrets.stream()
        .map(secret -> VERSION + Base64.getEncoder().encodeToString(HmacSha256.of(secret, signed)))
        .collect(Collectors.joining(" "));
  }
}
