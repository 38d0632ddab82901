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
 * @param smoulders for how long after it something may yet break that looks well
 * @param harm what is done
 */
record Fault(
    String name,
    Duration lasts,
    Counted counted,
    Duration limit,
    boolean failover,
    Duration smoulders,
    Harm harm) {

  /** From when the time to recover is counted. */
  enum Counted {
    /** Others are there to take over. */
    FROM_ITS_BEGINNING,
    FROM_ITS_END
  }

  /** One that others make up for. */
  static Fault made(String name, Duration lasts, Duration limit, Harm harm) {
    return new Fault(name, lasts, Counted.FROM_ITS_BEGINNING, limit, false, Duration.ZERO, harm);
  }

  /** One that lasts until it is taken back. */
  static Fault lasting(String name, Duration lasts, Duration limit, Harm harm) {
    return new Fault(name, lasts, Counted.FROM_ITS_END, limit, false, Duration.ZERO, harm);
  }

  /** The same, with a failover. */
  Fault withFailover() {
    return new Fault(name, lasts, counted, limit, true, smoulders, harm);
  }

  /** The same, which is not over as soon as all is well. */
  Fault smouldering(Duration time) {
    return new Fault(name, lasts, counted, limit, failover, time, harm);
  }
}
