package dev.latchkey.token.grant;

import java.time.Duration;

/**
 * How long a poll with a claim in hand may take: 7 s of the lease's 10, counted from before the
 * poll. The poll itself may take 1 s, the views of account, client and API 3 s, and the fence
 * {@link #FENCE}, as {@code latchkey.redis.timeout} and {@code latchkey.sql.timeout} are at most 1
 * s and 3 s. Who comes late to the fence gives the claim back instead, as do those who waited for a
 * hook of the operator, at most 2 s, besides.
 */
final class ClaimBudget {

  static final Duration TOTAL = Duration.ofSeconds(7);
  static final Duration FENCE = Duration.ofSeconds(3);

  private final long startedAt = System.nanoTime();

  private ClaimBudget() {}

  static ClaimBudget start() {
    return new ClaimBudget();
  }

  /** Whether there is time left to write the fence. */
  boolean allowsFence() {
    return System.nanoTime() - startedAt < TOTAL.minus(FENCE).toNanos();
  }
}
