package dev.latchkey.oauth.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes audit events as one line each to the log category {@code audit}. */
@ApplicationScoped
public class AuditSink {

  private static final Logger LOG = Logger.getLogger("audit");

  public void write(AuditEvent event) {
    var line = new StringBuilder("event=").append(event.name());
    field(line, "grant", event.grant());
    field(line, "client_id", event.client());
    field(line, "subject", event.subject());
    for (Map.Entry<String, String> detail : new TreeMap<>(event.details()).entrySet()) {
      field(line, detail.getKey(), detail.getValue());
    }
    LOG.info(line);
  }

  private static void field(StringBuilder line, String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    // Values can come from a device: one event stays one line, and no value passes for a field.
    var text = value.toString().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\"\\\\]", "?");
    line.append(' ').append(name).append('=');
    if (text.indexOf(' ') < 0) {
      line.append(text);
    } else {
      line.append('"').append(text).append('"');
    }
  }
}
