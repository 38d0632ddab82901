package dev.latchkey.fleet.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The phases of a run in their order. A request belongs to that of its intended start. */
public record Phases(List<Phase> list) {

  /** Until the crowd of a burst has its codes, as far as can be told beforehand. */
  private static final Duration AFTERMATH = Duration.ofSeconds(10);

  public Phases {
    list = List.copyOf(list);
  }

  /** Cut where the load changes its nature; a phase that would begin after the end is left out. */
  static Phases of(Plan plan, Duration lastArrival) {
    var list = new ArrayList<Phase>();
    switch (plan.arrivals()) {
      case Arrivals.AtRate ignored -> {
        list.add(new Phase("ramp", Duration.ZERO));
        list.add(new Phase("steady", lastArrival));
      }
      case Arrivals.Within(var from, var span) -> {
        if (!from.isZero()) {
          list.add(new Phase("before", Duration.ZERO));
        }
        list.add(new Phase("burst", from));
        list.add(new Phase("after", from.plus(span).plus(AFTERMATH)));
      }
    }
    plan.reboot()
        .ifPresent(
            reboot -> {
              list.removeIf(phase -> phase.from().compareTo(reboot.at()) >= 0);
              list.add(new Phase("storm", reboot.at()));
              list.add(new Phase("recovery", reboot.at().plus(reboot.within()).plus(AFTERMATH)));
            });
    list.removeIf(phase -> phase.from().compareTo(plan.duration()) >= 0);
    return new Phases(list);
  }

  /** The number of the phase at that instant of the run, in nanoseconds. */
  public int at(long nanos) {
    var found = 0;
    for (var i = 1; i < list.size() && list.get(i).from().toNanos() <= nanos; i++) {
      found = i;
    }
    return found;
  }

  /** How long a phase lasted, in seconds, in a run that ended then. */
  public double seconds(int phase, long end) {
    var from = list.get(phase).from().toNanos();
    var to = phase + 1 < list.size() ? Math.min(list.get(phase + 1).from().toNanos(), end) : end;
    return Math.max(to - from, 0) / 1e9;
  }
}
