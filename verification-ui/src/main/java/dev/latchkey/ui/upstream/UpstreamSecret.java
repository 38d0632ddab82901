package dev.latchkey.ui.upstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.oauth.crypto.Hkdf;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Keys for what a browser keeps for us while its person is at a provider: HKDF-SHA256 (RFC 5869)
 * from one secret, another for each provider and purpose, the same on every pod. Without a provider
 * no secret is needed, and one of this process alone does.
 */
@Startup
@ApplicationScoped
class UpstreamSecret {

  private static final int SHORTEST = 32;
  private static final int KEY_BYTES = 32;

  private final byte[] secret;

  UpstreamSecret(UpstreamConfig config, Providers providers) {
    if (config.secret().isEmpty() && !providers.all().isEmpty()) {
      throw wrong("is required with latchkey.upstream.providers", null);
    }
    secret = config.secret().map(UpstreamSecret::read).orElseGet(UpstreamSecret::random);
  }

  /** Printable, 256 bits. */
  String derive(String purpose, Provider provider) {
    var info = ("latchkey/upstream/v1 " + purpose + " " + provider.name()).getBytes(UTF_8);
    var key = Hkdf.derive(secret, new byte[0], info, KEY_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  private static byte[] read(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw wrong("is not base64", e);
    }
    if (bytes.length < SHORTEST) {
      throw wrong("needs 32 bytes or more", null);
    }
    return bytes;
  }

  private static byte[] random() {
    var bytes = new byte[SHORTEST];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static IllegalArgumentException wrong(String what, @Nullable Throwable cause) {
    return new IllegalArgumentException("latchkey.upstream.secret " + what, cause);
  }
}
