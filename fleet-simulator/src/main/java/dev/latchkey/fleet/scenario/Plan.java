package dev.latchkey.fleet.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * All that a fleet is to do, apart from where.
 *
 * @param addresses how many different client addresses to claim; 0: none
 * @param comesBack whether a device that is done starts again as a new one
 */
public record Plan(
    Scenario scenario,
    int devices,
    Duration duration,
    Arrivals arrivals,
    Optional<Reboot> reboot,
    Quirks quirks,
    Fates fates,
    Optional<RefreshLife> refreshing,
    int addresses,
    boolean comesBack,
    boolean proofKeys,
    long seed) {

  /** With as many arrivals as there are, cut into phases. */
  public Phases phases(long[] arrivalTimes) {
    var last = arrivalTimes.length == 0 ? 0 : arrivalTimes[arrivalTimes.length - 1];
    return Phases.of(this, Duration.ofNanos(last));
  }
}
