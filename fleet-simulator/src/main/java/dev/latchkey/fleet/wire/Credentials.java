package dev.latchkey.fleet.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the fleet's client shows who it is (RFC 6749 section 2.3).
 *
 * @param secret null for a public client
 * @param inBody whether the secret goes into the form instead of the header
 */
public record Credentials(String clientId, @Nullable String secret, boolean inBody) {

  /** The Authorization header, if there is one. Section 2.3.1 wants both parts form-encoded. */
  Optional<String> header() {
    if (secret == null || inBody) {
      return Optional.empty();
    }
    var pair = URLEncoder.encode(clientId, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  /** What names the client in a form. */
  Form form() {
    return secret == null
        ? Form.of("client_id", clientId)
        : inBody ? Form.of("client_id", clientId).and("client_secret", secret) : Form.EMPTY;
  }

  @Override
  public String toString() {
    return "Credentials[" + clientId + "]";
  }
}
