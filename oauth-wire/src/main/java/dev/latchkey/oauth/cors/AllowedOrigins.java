package dev.latchkey.oauth.cors;

import io.smallrye.mutiny.Uni;

/** The web origins that registered clients list; each service has its own way to them. */
public interface AllowedOrigins {

  /**
   * Whether any enabled client lists that origin, as of at most 10 s ago; up to 15 minutes while
   * the store is away, because it decides nothing but who may ask. Fails with {@link
   * dev.latchkey.oauth.store.StoreUnavailableException} when that cannot be found out.
   */
  Uni<Boolean> isAllowed(String origin);
}
