package dev.latchkey.fleet.device;

import java.time.Duration;

/**
 * Too early, or the server is overloaded and says so in a word that devices know.
 *
 * @param interval from now on; zero if the body does not say
 * @param retryAfter of the header; zero if there is none
 */
public record SlowDown(Duration interval, Duration retryAfter) implements PollAnswer {

  @Override
  public String code() {
    return "slow_down";
  }
}
