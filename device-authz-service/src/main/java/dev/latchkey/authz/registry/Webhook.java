package dev.latchkey.authz.registry;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where audit events are sent to.
 *
 * @param name tells it from the others; part of addresses
 * @param events kinds such as {@code grant.approved}, or {@code grant.*} for all that begin so;
 *     none stands for every kind
 * @param oldSecret signs too, while the receiver changes to the new one
 */
public record Webhook(
    String name,
    URI url,
    Set<String> events,
    boolean enabled,
    WebhookSecret secret,
    Optional<WebhookSecret> oldSecret) {

  public Webhook {
    events = Set.copyOf(events);
  }
}
