package dev.latchkey.token;

import dev.latchkey.grant.GrantId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is written to the audit log while this is open. */
public final class AuditLines extends Handler implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger("audit");

  private final List<String> written = new CopyOnWriteArrayList<>();

  private AuditLines() {}

  public static AuditLines open() {
    var lines = new AuditLines();
    LOG.addHandler(lines);
    return lines;
  }

  /** The lines about one device: each event's name and reason. */
  public List<String> about(StoredFamily family) {
    return written.stream()
        .filter(line -> line.contains("device=" + family.id()))
        .map(line -> word(line, "event=") + " " + word(line, "reason="))
        .map(String::strip)
        .toList();
  }

  /** The lines about one grant. */
  public List<String> about(GrantId grant) {
    return written.stream().filter(line -> line.contains("grant=" + grant.value() + " ")).toList();
  }

  private static String word(String line, String field) {
    var start = line.indexOf(field);
    return start < 0 ? "" : line.substring(start + field.length()).split(" ", 2)[0];
  }

  @Override
  public void publish(LogRecord line) {
    written.add(line.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOG.removeHandler(this);
  }
}
