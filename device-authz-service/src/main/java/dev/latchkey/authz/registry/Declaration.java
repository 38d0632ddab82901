package dev.latchkey.authz.registry;

import dev.latchkey.oauth.switches.KillSwitch;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a valid file declares.
 *
 * @param switches what is off as long as the file says so
 */
public record Declaration(
    List<Api> apis, List<Entry> clients, Set<KillSwitch> switches, List<Webhook> webhooks) {

  public static final Declaration NOTHING =
      new Declaration(List.of(), List.of(), Set.of(), List.of());

  public Declaration {
    apis = List.copyOf(apis);
    clients = List.copyOf(clients);
    switches = Set.copyOf(switches);
    webhooks = List.copyOf(webhooks);
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
