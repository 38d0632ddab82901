package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.events.AuditedEvent;
import dev.latchkey.authz.events.EventRows;
import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.oauth.webhook.WebhookSecret;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Webhooks and events as tests need them. */
final class Hooks {

  /** The secret of the examples of Standard Webhooks. */
  static final WebhookSecret SECRET = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  private Hooks() {}

  static Webhook at(String name, String url) {
    return new Webhook(name, URI.create(url), Set.of(), true, SECRET, Optional.empty());
  }

  static Delivery delivery() {
    var time = Instant.parse("2026-11-21T12:00:00.007Z");
    return new Delivery(
        new AuditedEvent(
            EventRows.id(time),
            time,
            "verification-ui",
            "grant.approved",
            null,
            "a-grant",
            "living-room-tv",
            "an-account",
            Map.of("scope", "openid watch", "address", "192.0.2.7")),
        1);
  }
}
