package dev.latchkey.oauth.audit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as listed in {@code docs/audit-events.md}: to a grant, an account, a
 * device, a token, a client, a signing key or the registry. {@link AuditSink} says when, and gives
 * it an id.
 *
 * @param name for example {@code grant.approved}
 * @param grant ties the events of one grant together
 * @param subject the account concerned
 * @param details further fields of this event; never a code, token, password or cookie
 */
public record AuditEvent(
    String name,
    @Nullable GrantId grant,
    @Nullable ClientId client,
    @Nullable String subject,
    Map<String, String> details) {

  /** What every event may have beside its details. */
  private static final Set<String> COMMON =
      Set.of("id", "time", "service", "event", "auth0", "grant", "client_id", "subject");

  public AuditEvent {
    details = Map.copyOf(details);
    for (var detail : details.keySet()) {
      if (COMMON.contains(detail)) {
        throw new IllegalArgumentException(name + " says " + detail + " twice");
      }
    }
  }
}
