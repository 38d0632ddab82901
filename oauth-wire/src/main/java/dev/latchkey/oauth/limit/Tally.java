package dev.latchkey.oauth.limit;

import java.time.Duration;

/** What one pod knows of how much one subject has used of a limit. */
final class Tally {

  /** What to do with a request. */
  sealed interface Step {

    /** Let it pass; it is kept in mind. */
    enum Pass implements Step {
      PASS
    }

    /** Refuse it for so long: Redis has said so. */
    record Refuse(Duration left) implements Step {}

    /**
     * Ask Redis, and say when it has answered.
     *
     * @param untold how many have passed before it that Redis has not heard of
     */
    record Ask(int untold) implements Step {}
  }

  private final int mostUntold;

  /** How many may pass before Redis is asked. */
  private int allowance;

  private int untold;

  /** When the first of them has passed. */
  private long untoldSince;

  /** How many ask just now. Whoever comes meanwhile asks too, as the answer may be no. */
  private int asking;

  /**
   * Whether there was ample room by the last answer: then some more may pass meanwhile. Where many
   * come at once, somebody always asks, and all of them would.
   */
  private boolean ample;

  /** How many have passed that no answer has been heard of. */
  private int unanswered;

  private boolean noted;
  private boolean closed;
  private long closedUntil;

  Tally(int mostUntold) {
    this.mostUntold = mostUntold;
    this.allowance = mostUntold;
  }

  /**
   * A request arrives.
   *
   * @param now in nanoseconds, as the window is: what is older counts no more
   */
  synchronized Step next(long now, long window) {
    if (closed && closedUntil - now > 0) {
      return new Step.Refuse(Duration.ofNanos(closedUntil - now));
    }
    closed = false;
    if (now - untoldSince > window) {
      unanswered -= untold;
      untold = 0;
    }
    if (untold < allowance && (asking == 0 || mayOvertake())) {
      if (untold == 0) {
        untoldSince = now;
      }
      untold++;
      unanswered++;
      return Step.Pass.PASS;
    }
    asking++;
    var before = untold;
    untold = 0;
    return new Step.Ask(before);
  }

  private boolean mayOvertake() {
    return ample && unanswered < 2 * mostUntold;
  }

  /**
   * Redis lets one pass, and so many more.
   *
   * @param far whether that is far from the limit: the next time that it is reached is news
   */
  synchronized void allowed(int remaining, boolean far) {
    allowance = Math.min(mostUntold, remaining);
    ample = far;
    noted &= !far;
  }

  /**
   * Redis has refused one.
   *
   * @param first whether nobody was told so before; of many answers it need not be the first here
   * @return whether it is to be noted: once until half of the limit is free again
   */
  synchronized boolean refused(long until, boolean first) {
    var news = first && !noted;
    noted |= first;
    allowance = 0;
    ample = false;
    closed = true;
    closedUntil = until;
    return news;
  }

  /**
   * Whoever asked does so no more, whatever came of it.
   *
   * @param told as many as it was to tell of
   */
  synchronized void asked(int told) {
    asking--;
    unanswered -= told;
  }
}
