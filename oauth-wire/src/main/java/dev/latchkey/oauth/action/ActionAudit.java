package dev.latchkey.oauth.action;

import dev.latchkey.oauth.audit.AuditEvent;
import dev.latchkey.oauth.audit.AuditSink;
import dev.latchkey.oauth.audit.Repetitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/** What hooks do, for {@code docs/audit-events.md}. */
@ApplicationScoped
class ActionAudit {

  private final AuditSink sink;
  private final Repetitions repetitions = new Repetitions();

  ActionAudit(AuditSink sink) {
    this.sink = sink;
  }

  /** A hook has denied something; to the same device the same once in a while. */
  void denied(Trigger trigger, ActionRequest request, Reason reason) {
    var details = new HashMap<String, String>();
    details.put("trigger", trigger.word());
    if (!reason.text().isEmpty()) {
      details.put("reason", reason.text());
    }
    details.put("address", request.address());
    var device = request.more().get("device_id");
    if (device != null) {
      details.put("device", device);
    }
    var event =
        new AuditEvent(
            "action.denied", request.grant(), request.client(), request.subject(), details);
    if (device == null || repetitions.isNew(event)) {
      sink.write(event);
    }
  }

  /** A hook fails so often that it is left alone; once until it answers again. */
  void failed(Trigger trigger, OnFailure then) {
    var holds =
        switch (then) {
          case FAIL_OPEN -> "fail_open";
          case FAIL_CLOSED -> "fail_closed";
        };
    write("action.failed", Map.of("trigger", trigger.word(), "on_failure", holds));
  }

  /** It answers again. */
  void recovered(Trigger trigger) {
    write("action.recovered", Map.of("trigger", trigger.word()));
  }

  private void write(String event, Map<String, String> details) {
    sink.write(new AuditEvent(event, null, null, null, details));
  }
}
