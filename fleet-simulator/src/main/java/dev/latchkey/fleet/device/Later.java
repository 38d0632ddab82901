package dev.latchkey.fleet.device;

import java.time.Duration;
import java.util.Set;

/**
 * The server is overloaded, or this client asks too much: 503 or 429 that does not say slow_down.
 *
 * @param code of the body, if it has one
 * @param retryAfter of the header; zero if there is none
 */
public record Later(String code, Duration retryAfter) implements Failure {

  private static final Set<Integer> STATUSES = Set.of(429, 503);

  /** Whether that status is one of overload. */
  public static boolean isSaidBy(int status) {
    return STATUSES.contains(status);
  }
}
