package dev.latchkey.token.grant;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.Proof;
import dev.latchkey.token.client.Client;
import org.jspecify.annotations.Nullable;

/**
 * One poll, of a client that has authenticated.
 *
 * @param proof the S256 of the PKCE verifier that came with it, and the DPoP key that signed it
 */
public record Poll(DeviceCode code, Client client, Proof proof) {

  @Nullable String dpopThumbprint() {
    return proof.dpopThumbprint();
  }
}
