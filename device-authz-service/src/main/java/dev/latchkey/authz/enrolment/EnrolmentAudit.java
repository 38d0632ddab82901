package dev.latchkey.authz.enrolment;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import dev.latchkey.oauth.audit.Repetitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One event per thing that happens with an enrolment token; listed in {@code docs/audit-events.md}.
 * None takes its secret.
 */
@ApplicationScoped
class EnrolmentAudit {

  private final AuditSink sink;
  private final Repetitions repetitions = new Repetitions();

  EnrolmentAudit(AuditSink sink) {
    this.sink = sink;
  }

  void created(EnrolmentToken token, ClientId by) {
    var details = new HashMap<String, String>();
    details.put("by", by.value());
    details.put("scope", token.scopes().toString());
    details.put("count", Integer.toString(token.allowed()));
    details.put("from", token.validFrom().toString());
    details.put("until", token.validUntil().toString());
    details.put("state", word(token.state()));
    var api = token.api();
    if (api != null) {
      details.put("api", api);
    }
    write("enrolment.created", token, details);
  }

  void approved(EnrolmentToken token, ClientId by) {
    write("enrolment.approved", token, Map.of("by", by.value()));
  }

  void revoked(EnrolmentToken token, ClientId by) {
    write(
        "enrolment.revoked",
        token,
        Map.of("by", by.value(), "used", Integer.toString(token.used())));
  }

  /** A device was enrolled: two events, as everything that was approved is found by one of them. */
  void used(EnrolmentToken token, GrantId grant, Scope granted, String address) {
    var details = new HashMap<String, String>();
    details.put("enrolment", token.id().toString());
    details.put("address", address);
    sink.write(new AuditEvent("enrolment.used", grant, token.client(), token.subject(), details));
    details.put("scope", granted.toString());
    details.put("consent", "enrolment");
    sink.write(new AuditEvent("grant.approved", grant, token.client(), token.subject(), details));
  }

  /**
   * A genuine token was of no use, once in a while for the same; of others there is no event, as
   * anybody can send them.
   */
  void refused(EnrolmentToken token, EnrolmentOutcome reason, ClientId client, String address) {
    var details =
        Map.of("enrolment", token.id().toString(), "reason", word(reason), "address", address);
    var event = new AuditEvent("enrolment.refused", null, client, null, details);
    if (repetitions.isNew(event)) {
      sink.write(event);
    }
  }

  private void write(String event, EnrolmentToken token, Map<String, String> more) {
    var details = new HashMap<>(more);
    details.put("enrolment", token.id().toString());
    sink.write(new AuditEvent(event, null, token.client(), token.subject(), details));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
