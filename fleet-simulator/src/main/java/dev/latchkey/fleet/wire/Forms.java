package dev.latchkey.fleet.wire;

import java.util.Map;
import java.util.Optional;

/** The three forms that a device sends (RFC 8628 sections 3.1 and 3.4, RFC 6749 section 6). */
public final class Forms {

  private final Form start;
  private final Form poll;
  private final Form refresh;

  /**
   * Prepares what all devices have in common.
   *
   * @param more parameters of the device authorization request, in their order
   */
  public Forms(Credentials credentials, String scope, Map<String, String> more) {
    var asking = scope.isBlank() ? credentials.form() : credentials.form().and("scope", scope);
    for (var parameter : more.entrySet()) {
      asking = asking.and(parameter.getKey(), parameter.getValue());
    }
    this.start = asking;
    this.poll =
        credentials.form().and("grant_type", "urn:ietf:params:oauth:grant-type:device_code");
    this.refresh = credentials.form().and("grant_type", "refresh_token");
  }

  public Form start(Optional<ProofKey> key) {
    return key.map(
            proof ->
                start.and("code_challenge", proof.challenge()).and("code_challenge_method", "S256"))
        .orElse(start);
  }

  public Form poll(String deviceCode, Optional<ProofKey> key) {
    var form = poll.and("device_code", deviceCode);
    return key.map(proof -> form.and("code_verifier", proof.verifier())).orElse(form);
  }

  public Form refresh(String refreshToken) {
    return refresh.and("refresh_token", refreshToken);
  }
}
