package dev.latchkey.replay;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Access tokens that were taken back before their end (RFC 7009), by {@code jti}. */
public interface RevokedTokens {

  /**
   * Takes a token back, on all replicas at once.
   *
   * @param untilItEnds kept for a minute longer, for replicas whose clock is behind
   */
  Uni<Void> revoke(String jti, Duration untilItEnds);

  Uni<Boolean> isRevoked(String jti);
}
