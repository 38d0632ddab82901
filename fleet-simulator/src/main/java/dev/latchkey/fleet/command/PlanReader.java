package dev.latchkey.fleet.command;

import dev.latchkey.fleet.scenario.Arrivals;
import dev.latchkey.fleet.scenario.Fates;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.scenario.Quirks;
import dev.latchkey.fleet.scenario.Reboot;
import dev.latchkey.fleet.scenario.RefreshLife;
import dev.latchkey.fleet.scenario.Scenario;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes the plan of the options. */
record PlanReader(
    Scenario scenario, SizeOptions size, HabitOptions habits, PeopleOptions people, boolean pkce) {

  private static final double FASTEST_CLOCK = 1_000;
  private static final double SLOWEST_REFRESH = 0.001;
  private static final double FASTEST_REFRESH = 100_000;
  private static final double USUAL_RAMP_SECONDS = 10;

  /**
   * The plan.
   *
   * @throws UsageException if an option is out of its limits
   */
  Plan plan() {
    Limits.between("--devices", size.devices, 1, Limits.DEVICES);
    Limits.span("--duration", size.duration, Duration.ofSeconds(1), Limits.DURATION);
    Limits.span("--rehearse", size.rehearse, Duration.ZERO, Limits.REHEARSAL);
    Limits.between("--addresses", habits.addresses, 0, Limits.ADDRESSES);
    checkEvent();
    return new Plan(
        scenario,
        size.devices,
        size.duration,
        arrivals(),
        reboot(),
        quirks(),
        fates(),
        refreshing(),
        habits.addresses,
        habits.comeBack,
        pkce,
        size.seed);
  }

  /** An event after the end would be left out without a word. */
  private void checkEvent() {
    Limits.span("--at", habits.at, Duration.ZERO, Limits.DURATION);
    var within = habits.within == null ? Duration.ZERO : habits.within;
    Limits.span("--within", within, Duration.ZERO, Limits.DURATION);
    if (habits.at.compareTo(size.duration) >= 0) {
      throw new UsageException("--at must be before the end of the run (see --duration)");
    }
    if (habits.at.plus(within).compareTo(size.duration) > 0) {
      throw new UsageException("--at and --within together are longer than --duration");
    }
  }

  private Arrivals arrivals() {
    Limits.between("--rate", size.rate, 0, Limits.RATE);
    if (habits.within != null && !habits.reboot) {
      return new Arrivals.Within(habits.at, habits.within);
    }
    var usual = Math.clamp(size.devices / USUAL_RAMP_SECONDS, 1, Limits.RATE);
    return new Arrivals.AtRate(size.rate > 0 ? size.rate : usual);
  }

  private Optional<Reboot> reboot() {
    return habits.reboot
        ? Optional.of(new Reboot(habits.at, habits.within == null ? Duration.ZERO : habits.within))
        : Optional.empty();
  }

  private Quirks quirks() {
    Limits.share("--share", habits.share);
    Limits.share("--lost-share", habits.lostShare);
    Limits.between("--clock-error", habits.clockError, -90, FASTEST_CLOCK);
    Limits.between("--bytes-per-second", habits.bytesPerSecond, 0, Limits.DEVICES);
    Limits.span("--wait", habits.wait, Duration.ZERO, Limits.WAIT);
    if (!habits.wait.truncatedTo(ChronoUnit.SECONDS).equals(habits.wait)) {
      throw new UsageException("--wait must be whole seconds, which is all that a header can ask");
    }
    var pollEvery = Optional.ofNullable(habits.pollEvery);
    pollEvery.ifPresent(
        span -> Limits.span("--poll-every", span, Duration.ofMillis(1), Limits.DURATION));
    return new Quirks(
        habits.share,
        1 + habits.clockError / 100,
        pollEvery,
        !habits.ignoreSlowDown,
        habits.lostShare,
        habits.bytesPerSecond,
        habits.wait);
  }

  private Fates fates() {
    Limits.share("--approve", people.approve);
    Limits.share("--deny", people.deny);
    if (people.approve + people.deny > 1) {
      throw new UsageException("--approve and --deny are more than all together");
    }
    Limits.span("--decide-after", people.decideAfter, Duration.ZERO, Limits.DURATION);
    Limits.span("--decide-within", people.decideWithin, Duration.ZERO, Limits.DURATION);
    return new Fates(people.approve, people.deny, people.decideAfter, people.decideWithin);
  }

  private Optional<RefreshLife> refreshing() {
    Limits.between("--refresh-speed", people.refreshSpeed, 0, FASTEST_REFRESH);
    if (people.refreshSpeed > 0 && people.refreshSpeed < SLOWEST_REFRESH) {
      throw new UsageException("--refresh-speed must be 0, or at least " + SLOWEST_REFRESH);
    }
    Limits.share("--parallel-share", people.parallelShare);
    Limits.share("--repeat-share", people.repeatShare);
    return people.refreshSpeed == 0
        ? Optional.empty()
        : Optional.of(
            new RefreshLife(people.refreshSpeed, people.parallelShare, people.repeatShare));
  }
}
