package dev.latchkey.oauth.admin;

import dev.latchkey.grant.ClientId;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** For services that do not know the registry, and have nothing to administer. */
@DefaultBean
@ApplicationScoped
class NoAdministrators implements Administrators {

  @Override
  public Uni<Boolean> isAdministrator(ClientId client) {
    return Uni.createFrom().item(false);
  }
}
