package dev.latchkey.authz.registry;

import dev.latchkey.grant.SpacedWords;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/**
 * The {@code webhook} table, as far as the file declares it. Secrets are not in it: each replica
 * has them from where the file says.
 */
@Entity
@Table(name = "webhook")
class WebhookRow implements DeclaredRow<Webhook> {

  @Id String name = "";

  String url = "";

  String events = "";

  boolean enabled;

  boolean declared;

  @Override
  public String key() {
    return name;
  }

  @Override
  public boolean take(Webhook webhook) {
    var before = said();
    name = webhook.name();
    url = webhook.url().toString();
    events = SpacedWords.write(webhook.events().stream().sorted().toList());
    enabled = webhook.enabled();
    declared = true;
    return !said().equals(before);
  }

  @Override
  public boolean withdraw() {
    var stopped = declared && enabled;
    enabled = enabled && !declared;
    return stopped;
  }

  private List<Object> said() {
    return List.of(name, url, events, enabled);
  }
}
