package dev.latchkey.token.grant;

import dev.latchkey.grant.ConfirmationNumber;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Proof;
import dev.latchkey.token.client.Client;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One poll, of a client that has authenticated.
 *
 * @param grant the one of the code, worked out once
 * @param proof the S256 of the PKCE verifier that came with it, and the DPoP key that signed it
 * @param entered what the person entered on the device as confirmation number, if anything
 */
public record Poll(
    DeviceCode code, GrantId grant, Client client, Proof proof, Optional<String> entered) {

  public Poll(DeviceCode code, Client client, Proof proof, Optional<String> entered) {
    this(code, code.grantId(), client, proof, entered);
  }

  /** What was entered, if it can be a confirmation number. */
  Optional<ConfirmationNumber> number() {
    return entered.flatMap(ConfirmationNumber::parse);
  }

  @Nullable String dpopThumbprint() {
    return proof.dpopThumbprint();
  }

  @Override
  public String toString() {
    return "Poll[" + grant + " of " + client.id() + "]";
  }
}
