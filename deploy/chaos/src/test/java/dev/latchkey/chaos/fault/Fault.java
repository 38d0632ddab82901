package dev.latchkey.chaos.fault;

import java.time.Duration;

/**
 * Something bad, for a while.
 *
 * @param name as the report has it
 * @param lasts for how long, before it is taken back
 * @param counted from when all should be well within the limit
 * @param limit the stated time
 * @param failover whether Redis fails over, and may forget what no replica had
 * @param harm what is done
 */
record Fault(
    String name, Duration lasts, Counted counted, Duration limit, boolean failover, Harm harm) {

  /** From when the time to recover is counted. */
  enum Counted {
    /** Others are there to take over. */
    FROM_ITS_BEGINNING,
    FROM_ITS_END
  }

  /** One that others make up for. */
  static Fault made(String name, Duration lasts, Duration limit, Harm harm) {
    return new Fault(name, lasts, Counted.FROM_ITS_BEGINNING, limit, false, harm);
  }

  /** One that lasts until it is taken back. */
  static Fault lasting(String name, Duration lasts, Duration limit, Harm harm) {
    return new Fault(name, lasts, Counted.FROM_ITS_END, limit, false, harm);
  }

  /** The same, with a failover. */
  Fault withFailover() {
    return new Fault(name, lasts, counted, limit, true, harm);
  }
}
