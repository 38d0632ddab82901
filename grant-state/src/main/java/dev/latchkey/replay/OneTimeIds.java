package dev.latchkey.replay;

import dev.latchkey.grant.ClientId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Remembers the {@code jti} of signed statements that are good once, on all replicas alike. */
public interface OneTimeIds {

  /**
   * Notes a DPoP proof (RFC 9449 section 11.1).
   *
   * @param thumbprint of the key that signed it
   * @param keep how long it could be replayed if we forgot it
   * @return whether it is the first with this {@code jti} under this key
   */
  Uni<Boolean> useProof(String thumbprint, String jti, Duration keep);

  /**
   * Notes a client's assertion (RFC 7523 section 3, item 7).
   *
   * @param keep how long it could be replayed if we forgot it
   * @return whether it is the first with this {@code jti} of this client
   */
  Uni<Boolean> useAssertion(ClientId client, String jti, Duration keep);
}
