package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.registry.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The webhooks of this replica's registry file, with their secrets, which are nowhere else. A
 * replica that has read no file sends nothing: the others do.
 */
@ApplicationScoped
public class DeclaredWebhooks {

  private volatile Map<String, Webhook> declared = Map.of();

  /** Makes these the ones, and no others; the database says so already. */
  public void take(Collection<Webhook> webhooks) {
    var byName = new LinkedHashMap<String, Webhook>();
    webhooks.forEach(webhook -> byName.put(webhook.name(), webhook));
    declared = Map.copyOf(byName);
  }

  List<Webhook> enabled() {
    return declared.values().stream().filter(Webhook::enabled).toList();
  }

  Optional<Webhook> find(String name) {
    return Optional.ofNullable(declared.get(name)).filter(Webhook::enabled);
  }
}
