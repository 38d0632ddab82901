package dev.latchkey.authz.admin;

import dev.latchkey.authz.registry.Client;
import dev.latchkey.authz.registry.Registry;
import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.Administrators;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whom the registry lets administer. */
@ApplicationScoped
class RegisteredAdministrators implements Administrators {

  private final Registry registry;

  RegisteredAdministrators(Registry registry) {
    this.registry = registry;
  }

  @Override
  public Uni<Boolean> isAdministrator(ClientId client) {
    return registry
        .client(client)
        .map(
            found ->
                found
                    .filter(Client::enabled)
                    .map(known -> known.scopes().contains(AdminAccess.SCOPE))
                    .orElse(false));
  }
}
