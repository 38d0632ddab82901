package dev.latchkey.stores;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * What is written to the audit log while this is open, as {@code docs/audit-events.md} has it. Each
 * line is told in words, such as {@code event=logout subject=alice}, without what differs each
 * time.
 */
public final class AuditLines extends Handler implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger("audit");

  /** What every event has. */
  private static final Set<String> UNTOLD = Set.of("id", "time", "service", "auth0");

  private final List<String> written = new CopyOnWriteArrayList<>();

  private AuditLines() {}

  public static AuditLines open() {
    var lines = new AuditLines();
    LOG.addHandler(lines);
    return lines;
  }

  /** The lines of that event. */
  public List<String> of(String event) {
    return with("event", event);
  }

  /** The lines of that event that have the field. */
  public List<String> of(String event, String field, String value) {
    return of(event).stream().filter(line -> word(line, field).equals(value)).toList();
  }

  /** The lines that have the field. */
  public List<String> with(String field, String value) {
    return written.stream().filter(line -> word(line, field).equals(value)).toList();
  }

  /** Each event's name and reason in the lines that have the field. */
  public List<String> reasons(String field, String value) {
    return with(field, value).stream()
        .map(line -> (word(line, "event") + " " + word(line, "reason")).strip())
        .toList();
  }

  /** Up to the next space; empty if there is no such field. */
  private static String word(String line, String field) {
    var spaced = " " + line + " ";
    var start = spaced.indexOf(" " + field + "=");
    if (start < 0) {
      return "";
    }
    var value = spaced.substring(start + field.length() + 2);
    return value.substring(0, value.indexOf(' '));
  }

  private static String told(String json) {
    return new JsonObject(json)
        .stream()
            .filter(field -> !UNTOLD.contains(field.getKey()))
            .map(field -> field.getKey() + "=" + quoted((String) field.getValue()))
            .collect(Collectors.joining(" "));
  }

  private static String quoted(String value) {
    return value.indexOf(' ') < 0 ? value : '"' + value + '"';
  }

  @Override
  public void publish(LogRecord line) {
    written.add(told(line.getMessage()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOG.removeHandler(this);
  }
}
