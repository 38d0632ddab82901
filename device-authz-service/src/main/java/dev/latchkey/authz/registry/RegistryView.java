package dev.latchkey.authz.registry;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an entry of the registry may refer to, or is referred to by, stopped entries included.
 *
 * @param apis by identifier
 */
public record RegistryView(Map<String, Api> apis, List<ClientGlance> clients) {

  /** As much of a client as others may depend on. */
  public record ClientGlance(ClientId id, boolean isConfidential, Scope scopes) {}

  public RegistryView {
    apis = Map.copyOf(apis);
    clients = List.copyOf(clients);
  }

  /** The clients that can prove who they are. */
  public Set<ClientId> confidential() {
    return clients.stream()
        .filter(ClientGlance::isConfidential)
        .map(ClientGlance::id)
        .collect(Collectors.toSet());
  }
}
