package dev.latchkey.limit;

import java.time.Duration;

/** Whether it may be tried now. */
public sealed interface BackoffOutcome {

  /** Try; it counts as a failure from now on, unless the caller says otherwise. */
  record Ready(Attempt attempt) implements BackoffOutcome {}

  /**
   * Not before the delay is over; nothing was counted.
   *
   * @param retryAfter what is left of the delay
   * @param first whether nobody was told so since the delay began
   */
  record Delayed(Duration retryAfter, boolean first) implements BackoffOutcome {}
}
