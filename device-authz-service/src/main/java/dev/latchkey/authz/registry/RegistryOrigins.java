package dev.latchkey.authz.registry;

import dev.latchkey.oauth.client.AgedCache;
import dev.latchkey.oauth.cors.AllowedOrigins;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * The web origins that any enabled client lists, as of at most 10 s ago: all that a preflight can
 * be answered by, since it names no client (DESIGN section 3).
 */
@ApplicationScoped
public class RegistryOrigins implements AllowedOrigins {

  private enum All {
    ORIGINS
  }

  private final AgedCache<All, Set<String>> origins;

  RegistryOrigins(RegistryRows rows, SqlGate sql) {
    origins = new AgedCache<>(1, all -> sql.call(rows::origins).map(Optional::of));
  }

  /**
   * Whether a page of that origin may ask at all. Fails with {@link
   * dev.latchkey.oauth.store.StoreUnavailableException} when PostgreSQL does.
   */
  @Override
  public Uni<Boolean> isAllowed(String origin) {
    return origins.fresh(All.ORIGINS).map(known -> known.orElse(Set.of()).contains(origin));
  }
}
