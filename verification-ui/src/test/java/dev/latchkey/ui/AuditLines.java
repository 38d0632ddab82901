package dev.latchkey.ui;

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

  /** The lines of that event about the client of one device. */
  public List<String> of(String event, Device device) {
    return written.stream()
        .filter(line -> line.startsWith("event=" + event + " "))
        .filter(line -> line.contains("client_id=" + device.field("client_id")))
        .toList();
  }

  /** All lines of that event. */
  public List<String> of(String event) {
    return written.stream().filter(line -> line.startsWith("event=" + event + " ")).toList();
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
