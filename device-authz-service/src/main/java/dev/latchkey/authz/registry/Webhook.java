package dev.latchkey.authz.registry;

import dev.latchkey.oauth.webhook.WebhookSecret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** So many may be declared. */
  public static final int MOST = 20;

  public Webhook {
    events = Set.copyOf(events);
  }

  /** All that sign: one, or two while the receiver changes. */
  public List<WebhookSecret> secrets() {
    return Stream.concat(Stream.of(secret), oldSecret.stream()).toList();
  }
}
