package dev.latchkey.oauth.load;

/**
 * Which share of the requests one event loop sends away, so that it is no later than it may be: a
 * PI controller, as in RFC 8033, whose queue is the loop's own. The integral part finds the share;
 * the proportional part keeps it from swinging around it. An event loop alone uses it.
 *
 * <p>It begins when the loop is later than it may be, and then aims lower: with that much of a
 * queue left, everybody who is sent away would have stood in all of it.
 *
 * <p>With three times the load that can be served, a lag of 20 ms and an observation each 10 to 30
 * ms, these gains damp it well (ratio 0.9) and find the share in half a second.
 */
final class ShedShare {

  /** Of the share a second, while the loop is above its aim by as much as it may be late. */
  private static final double INTEGRAL_GAIN = 1.0;

  private static final double PROPORTIONAL_GAIN = 0.15;

  /** How late the loop is to be while some are sent away, as a share of how late it may be. */
  private static final double AIM = 0.3;

  /** One stall, by a collection of garbage or a class to load, is late once, however long. */
  private static final int LATE_IN_A_ROW = 3;

  /** So that one long stall is no verdict on a second's worth of requests. */
  private static final double WORST_ERROR = 4.0;

  private static final double LONGEST_SECONDS = 0.1;

  /** Somebody is always served: otherwise nothing would show that serving is possible again. */
  private static final double MOST = 0.95;

  private final double lagNanos;

  private int lateInARow;
  private double integral;
  private double share;

  ShedShare(long lagNanos) {
    this.lagNanos = lagNanos;
  }

  /** From 0, when all are served, to nearly 1. */
  double value() {
    return share;
  }

  /**
   * Takes notice of how late the loop is.
   *
   * @param seconds since the last time
   */
  void observe(long lateNanos, double seconds) {
    lateInARow = lateNanos > lagNanos ? lateInARow + 1 : 0;
    if (integral == 0 && lateInARow < LATE_IN_A_ROW) {
      share = 0;
      return;
    }
    var error = Math.min(lateNanos / lagNanos - AIM, WORST_ERROR);
    integral = within(MOST, integral + INTEGRAL_GAIN * error * Math.min(seconds, LONGEST_SECONDS));
    share = within(MOST, integral + PROPORTIONAL_GAIN * error);
  }

  private static double within(double most, double value) {
    return Math.max(0, Math.min(value, most));
  }
}
