package dev.latchkey.oauth.cors;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.oauth.store.AgedCache.Ages;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The origins that the enabled clients of a registry list, read as one: there are few, and anybody
 * may ask for any. A preflight names no client, so that more cannot be asked (DESIGN section 3).
 */
public final class RegisteredOrigins implements AllowedOrigins {

  private enum All {
    ORIGINS
  }

  private final AgedCache<All, Set<String>> origins;

  /**
   * @param load reads them, and fails with {@link
   *     dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does
   */
  public RegisteredOrigins(Supplier<Uni<Set<String>>> load) {
    this(load, Ticker.systemTicker());
  }

  RegisteredOrigins(Supplier<Uni<Set<String>>> load, Ticker ticker) {
    var ages = new Ages(AgedCache.FRESH, AgedCache.STALE);
    origins = new AgedCache<>(ages, 1, all -> load.get().map(Optional::of), ticker);
  }

  @Override
  public Uni<Boolean> isAllowed(String origin) {
    return origins.tolerant(All.ORIGINS).map(all -> all.orElseThrow().contains(origin));
  }
}
