package dev.latchkey.session;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * What upstream providers said has ended, on all replicas alike: {@link BrowserSessions} finds no
 * session that began with it. Every verb fails with {@link dev.latchkey.grant.GrantStoreException}
 * when Redis does, and may be repeated.
 */
public interface UpstreamLogouts {

  /** Whether no logout token with this {@code jti} has been used. */
  Uni<Boolean> isFirst(String issuer, String jti);

  /**
   * Notes that a logout token was used.
   *
   * @param keep how long it would be believed if it came again
   */
  Uni<Void> use(String issuer, String jti, Duration keep);

  /** Ends the sessions that began with that session ({@code sid}) there. */
  Uni<Void> endSession(String issuer, String sid);

  /** Ends the sessions that the person has now; a later sign-in is not affected. */
  Uni<Void> endAll(String issuer, String subject);
}
