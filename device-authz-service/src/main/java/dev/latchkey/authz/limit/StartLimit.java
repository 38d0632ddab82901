package dev.latchkey.authz.limit;

import dev.latchkey.authz.audit.Audit;
import dev.latchkey.grant.ClientId;
import dev.latchkey.limit.Limiter;
import dev.latchkey.oauth.error.TooManyRequestsException;
import dev.latchkey.oauth.limit.AddressPrefix;
import dev.latchkey.oauth.limit.RequestLimit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How many grants a client's devices may start from one address. By client, so that one product
 * whose firmware has gone mad leaves the others behind the same address alone.
 */
@ApplicationScoped
public class StartLimit {

  /** Between a client, which cannot hold it, and an address. */
  private static final char NUL = '\0';

  private final RequestLimit limit;
  private final Audit audit;

  StartLimit(Limiter limiter, Audit audit, StartConfig config) {
    this.limit = new RequestLimit(config.perAddress().named("starts-per-address"), limiter);
    this.audit = audit;
  }

  /** Counts a start. Fails with {@link TooManyRequestsException} if there are too many. */
  public Uni<Void> check(ClientId client, String address) {
    return limit.admit(
        client.value() + NUL + AddressPrefix.of(address),
        () -> audit.startsLimited(client, address));
  }
}
