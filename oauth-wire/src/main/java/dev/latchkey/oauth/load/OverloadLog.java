package dev.latchkey.oauth.load;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** Two lines for each overload, however many requests it has: one at its beginning, one after. */
final class OverloadLog {

  private static final Logger LOG = Logger.getLogger(OverloadLog.class);

  /** An overload that comes back within so many seconds has not ended. */
  private static final int QUIET_SECONDS = 5;

  private final LongAdder refused = new LongAdder();
  private final AtomicBoolean begun = new AtomicBoolean();

  private long total;
  private int quietFor;

  /** A request was sent away. */
  void refused() {
    refused.increment();
    if (!begun.get() && begun.compareAndSet(false, true)) {
      LOG.warn("more is asked than this pod can do: requests are answered 503");
    }
  }

  /**
   * To be called by one at a time, once a second.
   *
   * @return whether an overload has just ended
   */
  boolean second() {
    if (!begun.get()) {
      return false;
    }
    var latest = refused.sumThenReset();
    total += latest;
    quietFor = latest == 0 ? quietFor + 1 : 0;
    if (quietFor < QUIET_SECONDS) {
      return false;
    }
    LOG.infof("all requests are served again; %d were answered 503", total);
    total = 0;
    quietFor = 0;
    begun.set(false);
    return true;
  }
}
