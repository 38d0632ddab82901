package dev.latchkey.authz.registry;

import java.util.List;
import java.util.Optional;

/** What a valid file declares. */
public record Declaration(List<Api> apis, List<Entry> clients) {

  public Declaration {
    apis = List.copyOf(apis);
    clients = List.copyOf(clients);
  }

  /**
   * A client and, apart from it, its secret in plain: only the row knows whether that is the secret
   * it has already. Its picture is apart too, because a client is held in memory.
   */
  public record Entry(Client client, Optional<String> secret, Optional<Logo> logo) {

    @Override
    public String toString() {
      return "Entry[client=" + client.id() + "]";
    }
  }
}
