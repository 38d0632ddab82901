package dev.latchkey.token.client;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.admin.AdminAccess;
import dev.latchkey.oauth.admin.Administrators;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whom the registry lets administer. */
@ApplicationScoped
class RegisteredAdministrators implements Administrators {

  private final Clients clients;

  RegisteredAdministrators(Clients clients) {
    this.clients = clients;
  }

  @Override
  public Uni<Boolean> isAdministrator(ClientId client) {
    return clients
        .fresh(client)
        .map(
            found ->
                found
                    .filter(Client::enabled)
                    .map(known -> known.scopes().contains(AdminAccess.SCOPE))
                    .orElse(false));
  }
}
