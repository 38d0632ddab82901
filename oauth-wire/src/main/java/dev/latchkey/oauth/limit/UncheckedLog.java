package dev.latchkey.oauth.limit;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/** A line a minute at most while a limit cannot be checked, however many requests pass. */
final class UncheckedLog {

  private static final Logger LOG = Logger.getLogger(UncheckedLog.class);
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final String limit;
  private final Ticker ticker;
  private final LongAdder passed = new LongAdder();
  private final AtomicLong nextLine;

  UncheckedLog(String limit, Ticker ticker) {
    this.limit = limit;
    this.ticker = ticker;
    this.nextLine = new AtomicLong(ticker.read());
  }

  /** A request has passed unchecked. */
  void passed(Throwable failure) {
    passed.increment();
    var now = ticker.read();
    var due = nextLine.get();
    if (now - due >= 0 && nextLine.compareAndSet(due, now + MINUTE)) {
      LOG.warnf(
          "the limit %s cannot be checked; %d requests have passed unchecked since this was last"
              + " said: %s: %s",
          limit, passed.sumThenReset(), failure.getMessage(), failure.getCause());
    }
  }
}
