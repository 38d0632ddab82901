package dev.latchkey.fleet.scenario;

import dev.latchkey.fleet.device.Habits;
import java.time.Duration;
import java.util.Optional;

/**
 * What is wrong with a device, its network, or both; or uncommon.
 *
 * @param share of the devices that have these; the others are faultless and do not hold polls
 * @param clockRate seconds on a device's clock in one true second
 * @param lostShare of requests whose answer never reaches the device
 * @param bytesPerSecond of a request's body; 0: no limit
 * @param hold how long a poll may be held; zero: devices do not ask for it
 */
public record Quirks(
    double share,
    double clockRate,
    Optional<Duration> pollEvery,
    boolean heedsSlowDown,
    double lostShare,
    int bytesPerSecond,
    Duration hold) {

  public static final Quirks NONE = new Quirks(1, 1, Optional.empty(), true, 0, 0, Duration.ZERO);

  /** Of a device that has them. */
  public Habits habits(Optional<RefreshLife> life) {
    return new Habits(clockRate, pollEvery, heedsSlowDown, life.map(RefreshLife::speed));
  }
}
