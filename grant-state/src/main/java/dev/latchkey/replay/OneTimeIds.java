package dev.latchkey.replay;

import dev.latchkey.grant.ClientId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Remembers the {@code jti} of signed statements that are good once, on all replicas alike. An id
 * may be of any length and hold anything.
 */
public interface OneTimeIds {

  /** No id is kept for longer: a statement that is good for longer must be refused. */
  Duration LONGEST_KEPT = Duration.ofDays(1);

  /**
   * Notes a DPoP proof (RFC 9449 section 11.1).
   *
   * @param thumbprint of the key that signed it
   * @param keep how long it could be replayed if we forgot it; kept for a second at least and for
   *     {@link #LONGEST_KEPT} at most
   * @return whether it is the first with this {@code jti} under this key
   */
  Uni<Boolean> useProof(String thumbprint, String jti, Duration keep);

  /**
   * Notes a client's assertion (RFC 7523 section 3, item 7).
   *
   * @param keep how long it could be replayed if we forgot it; kept for a second at least and for
   *     {@link #LONGEST_KEPT} at most
   * @return whether it is the first with this {@code jti} of this client
   */
  Uni<Boolean> useAssertion(ClientId client, String jti, Duration keep);
}
