package dev.latchkey.authz.audit;

import dev.latchkey.grant.ClientId;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What administrators do to clients and APIs; each event names the client that they did it with.
 * Listed in {@code docs/audit-events.md}.
 */
@ApplicationScoped
public class RegistryAudit {

  private final AuditSink sink;

  RegistryAudit(AuditSink sink) {
    this.sink = sink;
  }

  public void clientCreated(ClientId client, ClientId by) {
    write("client.created", client, by, Map.of());
  }

  /**
   * A client says something else than before.
   *
   * @param fields what does, by their names in the registry file
   */
  public void clientChanged(ClientId client, Collection<String> fields, ClientId by) {
    write("client.changed", client, by, Map.of("fields", String.join(" ", fields)));
  }

  public void clientDisabled(ClientId client, ClientId by) {
    write("client.disabled", client, by, Map.of());
  }

  public void secretRotated(ClientId client, ClientId by) {
    write("secret.rotated", client, by, Map.of());
  }

  public void apiCreated(String api, ClientId by) {
    write("api.created", null, by, Map.of("api", api));
  }

  /**
   * An API says something else than before.
   *
   * @param fields what does, by their names in the registry file
   */
  public void apiChanged(String api, Collection<String> fields, ClientId by) {
    write("api.changed", null, by, Map.of("api", api, "fields", String.join(" ", fields)));
  }

  public void apiDisabled(String api, ClientId by) {
    write("api.disabled", null, by, Map.of("api", api));
  }

  private void write(
      String event, @Nullable ClientId client, ClientId by, Map<String, String> more) {
    var details = new HashMap<>(more);
    details.put("by", by.value());
    sink.write(new AuditEvent(event, null, client, null, details));
  }
}
