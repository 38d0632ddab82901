package dev.latchkey.authz.registry;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.oauth.cors.AllowedOrigins;
import dev.latchkey.oauth.store.AgedCache;
import dev.latchkey.oauth.store.AgedCache.Ages;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The web origins that any enabled client lists: all that a preflight can be answered by, since it
 * names no client (DESIGN section 3).
 */
@ApplicationScoped
public class RegisteredOrigins implements AllowedOrigins {

  private enum All {
    ORIGINS
  }

  private final AgedCache<All, Set<String>> origins;

  @Inject
  RegisteredOrigins(RegistryRows rows, SqlGate sql) {
    this(() -> sql.call(rows::origins), Ticker.systemTicker());
  }

  RegisteredOrigins(Supplier<Uni<Set<String>>> load, Ticker ticker) {
    var ages = new Ages(AgedCache.FRESH, AgedCache.STALE);
    origins = new AgedCache<>(ages, 1, all -> load.get().map(Optional::of), ticker);
  }

  /**
   * Whether a page of that origin may ask at all, as of at most 10 s ago, or 15 minutes while
   * PostgreSQL is away: pending polls go on then, and web pages poll too. Fails with {@link
   * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
   */
  @Override
  public Uni<Boolean> isAllowed(String origin) {
    return origins.tolerant(All.ORIGINS).map(known -> known.orElse(Set.of()).contains(origin));
  }
}
