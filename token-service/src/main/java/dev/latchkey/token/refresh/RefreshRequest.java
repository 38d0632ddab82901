package dev.latchkey.token.refresh;

import dev.latchkey.grant.Scope;
import dev.latchkey.token.client.Client;
import java.util.Optional;

/**
 * What an authenticated client asks for with a refresh token.
 *
 * @param token as it came over the wire
 * @param scope asked for; all that was granted if empty
 * @param target the API named by {@code resource} or {@code audience}, if any
 * @param dpopThumbprint the key that signed the request's proof, if it has one
 * @param address the network address it comes from
 */
public record RefreshRequest(
    String token,
    Client client,
    Optional<Scope> scope,
    Optional<String> target,
    Optional<String> dpopThumbprint,
    String address) {

  @Override
  public String toString() {
    return "RefreshRequest[redacted]";
  }
}
