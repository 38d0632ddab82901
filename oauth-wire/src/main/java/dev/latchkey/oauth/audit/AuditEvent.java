package dev.latchkey.oauth.audit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as listed in {@code docs/audit-events.md}: to a grant, an account, a
 * device, a token, a client, a signing key or the registry.
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

  public AuditEvent {
    details = Map.copyOf(details);
  }
}
