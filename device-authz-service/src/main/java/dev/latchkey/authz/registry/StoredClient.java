package dev.latchkey.authz.registry;

import java.util.Optional;

/**
 * A client as it is stored.
 *
 * @param declared whether the file declares it: administrators do not change it then
 */
public record StoredClient(Client client, Optional<Logo> logo, boolean declared) {

  /** The same, to be edited: without its secret, which nobody knows. */
  public Declaration.Entry entry() {
    return new Declaration.Entry(client, Optional.empty(), logo);
  }
}
