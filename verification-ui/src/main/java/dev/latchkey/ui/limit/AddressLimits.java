package dev.latchkey.ui.limit;

import dev.latchkey.limit.Limit;
import dev.latchkey.limit.LimitOutcome.Allowed;
import dev.latchkey.limit.LimitOutcome.Limited;
import dev.latchkey.limit.Limiter;
import dev.latchkey.oauth.limit.AddressPrefix;
import dev.latchkey.ui.audit.Audit;
import dev.latchkey.ui.audit.Audit.LimitKind;
import dev.latchkey.ui.session.CurrentSession;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits per address of what costs us work and guesses nothing: each request counts. The answer is
 * empty for a request that may go on, or else says when to try again, for a status of 429 (see
 * {@link LimitPages}).
 */
@ApplicationScoped
public class AddressLimits {

  private final Limiter limiter;
  private final CurrentSession current;
  private final Audit audit;
  private final Limit qr;
  private final Limit passkeys;

  AddressLimits(Limiter limiter, CurrentSession current, Audit audit, LimitConfig config) {
    this.limiter = limiter;
    this.current = current;
    this.audit = audit;
    this.qr = config.qrPerAddress().named("qr-per-address");
    this.passkeys = config.passkeysPerAddress().named("passkeys-per-address");
  }

  /** A picture of a QR code. */
  public Uni<Optional<Duration>> qr(RoutingContext routing) {
    return take(qr, LimitKind.QR_ADDRESS, routing);
  }

  /** A sign-in by passkey. */
  public Uni<Optional<Duration>> passkey(RoutingContext routing) {
    return take(passkeys, LimitKind.PASSKEY_ADDRESS, routing);
  }

  private Uni<Optional<Duration>> take(Limit limit, LimitKind kind, RoutingContext routing) {
    var address = current.address(routing);
    return limiter
        .take(limit, AddressPrefix.of(address))
        .map(
            outcome ->
                switch (outcome) {
                  case Allowed ignored -> Optional.empty();
                  case Limited(var retryAfter, var first) -> {
                    if (first) {
                      audit.limitReached(kind, address, null);
                    }
                    yield Optional.of(retryAfter);
                  }
                });
  }
}
