package dev.latchkey.token.client;

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

/** The origins that clients list, read as one: there are few, and anybody may ask for any. */
@ApplicationScoped
class RegisteredOrigins implements AllowedOrigins {

  private static final String ALL = "all";

  private final AgedCache<String, Set<String>> origins;

  @Inject
  RegisteredOrigins(RegistryRows rows, SqlGate sql) {
    this(() -> sql.call(rows::allowedOrigins), Ticker.systemTicker());
  }

  RegisteredOrigins(Supplier<Uni<Set<String>>> load, Ticker ticker) {
    var ages = new Ages(AgedCache.FRESH, AgedCache.STALE);
    origins = new AgedCache<>(ages, 1, all -> load.get().map(Optional::of), ticker);
  }

  @Override
  public Uni<Boolean> isAllowed(String origin) {
    return origins.tolerant(ALL).map(all -> all.orElseThrow().contains(origin));
  }
}
