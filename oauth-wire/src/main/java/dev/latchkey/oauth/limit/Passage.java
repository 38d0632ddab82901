package dev.latchkey.oauth.limit;

import java.time.Duration;

/** Whether a request may go on. */
public sealed interface Passage {

  /** It may. */
  enum Open implements Passage {
    /** There is room for it, and it counts. */
    OPEN,
    /** Nobody knows whether there is: Redis is away. */
    UNCHECKED
  }

  /**
   * The limit is reached, and nothing was counted.
   *
   * @param retryAfter until one is free, if nobody else takes it
   * @param first whether the subject has just begun to be refused: for logs that must not grow with
   *     an attack
   */
  record Closed(Duration retryAfter, boolean first) implements Passage {}
}
