package dev.latchkey.token.limit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.limit.Limiter;
import dev.latchkey.oauth.limit.AddressPrefix;
import dev.latchkey.oauth.limit.Passage;
import dev.latchkey.oauth.limit.Passage.Closed;
import dev.latchkey.oauth.limit.RequestLimit;
import dev.latchkey.token.audit.Audit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How many device codes from one address may turn out to be none. Nobody can guess one; whoever
 * sends many is broken or means ill, and is kept from asking on.
 */
@ApplicationScoped
public class UnknownCodes {

  private final RequestLimit limit;
  private final Audit audit;

  UnknownCodes(Limiter limiter, Audit audit, TokenRequestConfig config) {
    this.limit =
        new RequestLimit(
            config.unknownCodesPerAddress().named("unknown-codes-per-address"), limiter);
    this.audit = audit;
  }

  /** Counts one; whether that can be told, or there are too many. */
  public Uni<Passage> pass(ClientId client, String address) {
    return limit
        .pass(AddressPrefix.of(address))
        .invoke(
            passage -> {
              if (passage instanceof Closed closed && closed.first()) {
                audit.unknownCodesLimited(client, address);
              }
            });
  }
}
