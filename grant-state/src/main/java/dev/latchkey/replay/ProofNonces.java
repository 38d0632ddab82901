package dev.latchkey.replay;

import io.smallrye.mutiny.Uni;

/**
 * The nonces that DPoP proofs carry (RFC 9449 section 8), the same on all replicas and services. A
 * nonce is accepted for some minutes after it was current.
 */
public interface ProofNonces {

  /** The nonce to hand out. */
  Uni<String> current();

  /** Whether a proof with this nonce is recent. */
  Uni<Boolean> accepts(String nonce);
}
