package dev.latchkey.oauth.audit;

import dev.latchkey.audit.AuditStream;
import java.util.ArrayList;
import java.util.List;

/** A stream that keeps what it is handed in memory. */
final class HandedOver implements AuditStream {

  final List<String> events = new ArrayList<>();

  private long lost;

  /** So many found no place, and now there is room. */
  HandedOver afterLosing(long count) {
    lost = count;
    return this;
  }

  @Override
  public void append(String event) {
    events.add(event);
  }

  @Override
  public long takeLost() {
    var taken = lost;
    lost = 0;
    return taken;
  }

  @Override
  public Tally tally() {
    return new Tally(events.size(), lost, 0, 0);
  }
}
