package dev.latchkey.token.limit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.limit.Limiter;
import dev.latchkey.oauth.error.TooManyRequestsException;
import dev.latchkey.oauth.limit.RequestLimit;
import dev.latchkey.token.audit.Audit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * How often one linked device may refresh. Counted by what the caller proves, too: whoever has
 * stolen a token that is bound to a key, or to a client's credentials, uses nothing of the owner's
 * up.
 */
@ApplicationScoped
public class DeviceRefreshes {

  /** Between words that cannot hold it. */
  private static final char NUL = '\0';

  private final RequestLimit limit;
  private final Audit audit;

  DeviceRefreshes(Limiter limiter, Audit audit, TokenRequestConfig config) {
    this.limit =
        new RequestLimit(config.refreshesPerDevice().named("refreshes-per-device"), limiter);
    this.audit = audit;
  }

  /**
   * Counts a refresh with a genuine token. Fails with {@link TooManyRequestsException} if there are
   * too many.
   *
   * @param dpopThumbprint the key that signed the request's proof, if it has one
   */
  public Uni<Void> check(UUID device, ClientId client, Optional<String> dpopThumbprint) {
    return limit.admit(
        device.toString() + NUL + client.value() + NUL + dpopThumbprint.orElse(""),
        () -> audit.refreshesLimited(device, client));
  }
}
