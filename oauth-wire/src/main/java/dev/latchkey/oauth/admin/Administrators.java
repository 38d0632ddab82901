package dev.latchkey.oauth.admin;

import dev.latchkey.grant.ClientId;
import io.smallrye.mutiny.Uni;

/** The clients that may administer; a service with an {@link AdminResource} has its way to them. */
public interface Administrators {

  /**
   * Whether the client is enabled and registered for {@link AdminAccess#SCOPE}, as of at most 10 s
   * ago. Fails with {@link dev.latchkey.oauth.store.StoreUnavailableException} when that cannot be
   * found out.
   */
  Uni<Boolean> isAdministrator(ClientId client);
}
