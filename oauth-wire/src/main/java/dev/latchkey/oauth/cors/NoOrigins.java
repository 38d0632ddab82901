package dev.latchkey.oauth.cors;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** For services without clients. */
@DefaultBean
@ApplicationScoped
class NoOrigins implements AllowedOrigins {

  @Override
  public Uni<Boolean> isAllowed(String origin) {
    return Uni.createFrom().item(false);
  }
}
