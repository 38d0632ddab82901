package dev.latchkey.token.client;

import dev.latchkey.oauth.client.AgedCache;
import dev.latchkey.oauth.cors.AllowedOrigins;
import dev.latchkey.oauth.store.SqlGate;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The origins that clients list, read as one: there are few, and anybody may ask for any. */
@ApplicationScoped
class WebOrigins implements AllowedOrigins {

  private static final String ALL = "all";

  private final AgedCache<String, Set<String>> origins;

  WebOrigins(RegistryRows rows, SqlGate sql) {
    origins = new AgedCache<>(1, all -> sql.call(rows::allowedOrigins).map(Optional::of));
  }

  @Override
  public Uni<Boolean> isAllowed(String origin) {
    return origins.fresh(ALL).map(all -> all.orElseThrow().contains(origin));
  }
}
