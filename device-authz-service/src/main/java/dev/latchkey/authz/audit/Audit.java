package dev.latchkey.authz.audit;

import dev.latchkey.authz.registry.RegistryChange;
import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.CreateOutcome;
import dev.latchkey.grant.CreateOutcome.Created;
import dev.latchkey.grant.CreateOutcome.Exhausted;
import dev.latchkey.grant.NewGrant;
import dev.latchkey.live.CodeSpace;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitch.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this service reports; listed in {@code docs/audit-events.md}. */
@ApplicationScoped
public class Audit {

  private final AuditSink sink;

  Audit(AuditSink sink) {
    this.sink = sink;
  }

  public void created(NewGrant grant, CreateOutcome outcome) {
    var details = new HashMap<String, String>();
    details.put("address", grant.address());
    details.put("scope", grant.scope().toString());
    put(details, "api", grant.api());
    switch (outcome) {
      case Created(var deviceCode, var userCode) ->
          sink.write(
              new AuditEvent("grant.created", deviceCode.grantId(), grant.client(), null, details));
      case Exhausted.NO_FREE_USER_CODE ->
          sink.write(new AuditEvent("grant.exhausted", null, grant.client(), null, details));
    }
  }

  /** A client's devices start too many grants from an address; once, not for each refused. */
  public void startsLimited(ClientId client, String address) {
    sink.write(
        new AuditEvent(
            "limit.reached",
            null,
            client,
            null,
            Map.of("kind", "start_address", "address", address)));
  }

  /** The declarative file, or a secret that it refers to, says something else than before. */
  public void registryChanged(RegistryChange change) {
    sink.write(
        new AuditEvent(
            "registry.changed",
            null,
            null,
            null,
            Map.of(
                "added", Integer.toString(change.added().size()),
                "changed", Integer.toString(change.changed().size()),
                "stopped", Integer.toString(change.stopped().size()))));
  }

  public void switchedOffBy(ClientId administrator, KillSwitch what) {
    switched("switch.off", what, Map.of("source", "admin", "by", administrator.value()));
  }

  public void switchReleasedBy(ClientId administrator, KillSwitch what) {
    switched("switch.released", what, Map.of("source", "admin", "by", administrator.value()));
  }

  /** The declarative file switches something off. */
  public void switchedOffByFile(KillSwitch what) {
    switched("switch.off", what, Map.of("source", "file"));
  }

  /** The declarative file does not switch it off any more. */
  public void switchReleasedByFile(KillSwitch what) {
    switched("switch.released", what, Map.of("source", "file"));
  }

  /** An administrator has dead letters of a webhook sent again. */
  public void webhookRetried(String webhook, int letters, ClientId administrator) {
    sink.write(
        new AuditEvent(
            "webhook.retried",
            null,
            null,
            null,
            Map.of(
                "by",
                administrator.value(),
                "webhook",
                webhook,
                "letters",
                Integer.toString(letters))));
  }

  private void switched(String event, KillSwitch what, Map<String, String> more) {
    var details = new HashMap<>(more);
    details.put("kind", what.kind().word());
    if (what.kind() == Kind.CLIENT) {
      sink.write(new AuditEvent(event, null, new ClientId(what.name()), null, details));
      return;
    }
    if (!what.name().isEmpty()) {
      details.put("name", what.name());
    }
    sink.write(new AuditEvent(event, null, null, null, details));
  }

  /** From now on people sign in before such a code is looked up. */
  public void codesCrowded(CodeSpace space, long live, long most) {
    sink.write(
        new AuditEvent(
            "codes.crowded",
            null,
            null,
            null,
            Map.of(
                "kind", space.name(),
                "live", Long.toString(live),
                "most", Long.toString(most))));
  }

  private static void put(Map<String, String> details, String name, @Nullable ApiAccess api) {
    if (api != null) {
      details.put(name, api.identifier());
    }
  }
}
