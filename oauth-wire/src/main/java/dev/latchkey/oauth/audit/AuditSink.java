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
    line.append(' ').append(name).append('=');
    var text = value.toString();
    var quote = text.indexOf(' ') < 0 ? "" : "\"";
    line.append(quote);
    text.codePoints().map(AuditSink::harmless).forEach(line::appendCodePoint);
    line.append(quote);
  }

  /** Values can come from a device: one event stays one line, and no value passes for a field. */
  private static int harmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          '?';
      default -> character == '"' || character == '\\' ? '?' : character;
    };
  }
}
