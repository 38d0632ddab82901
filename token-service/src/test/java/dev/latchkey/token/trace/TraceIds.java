package dev.latchkey.token.trace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** Which traces the lines of a log category belong to, while this is open. */
final class TraceIds extends Handler implements AutoCloseable {

  private final List<String> ids = new CopyOnWriteArrayList<>();
  private final Logger log;

  private TraceIds(Logger log) {
    this.log = log;
  }

  static TraceIds of(String category) {
    var traceIds = new TraceIds(Logger.getLogger(category));
    traceIds.log.addHandler(traceIds);
    return traceIds;
  }

  List<String> ids() {
    return ids;
  }

  @Override
  public void publish(LogRecord line) {
    ids.add(String.valueOf(ExtLogRecord.wrap(line).getMdc("traceId")));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
  }
}
