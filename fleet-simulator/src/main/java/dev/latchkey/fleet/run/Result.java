package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Second;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param end when no more was sent, in nanoseconds of the run
 * @param endings how often a device came to an end, which with --come-back is more than devices
 * @param interrupted whether somebody ended it before its time
 */
public record Result(
    Plan plan,
    Instant began,
    long end,
    boolean interrupted,
    Phases phases,
    Ledger ledger,
    List<Second> seconds,
    Map<Ending, Long> endings) {

  public Result {
    seconds = List.copyOf(seconds);
    endings = Collections.unmodifiableMap(new TreeMap<>(endings));
  }

  /** Whether the server gave any answer at all. */
  public boolean sawAnswers() {
    for (var phase = 0; phase < phases.list().size(); phase++) {
      for (var kind : Kind.values()) {
        var cell = ledger.find(phase, kind);
        if (cell.isPresent()
            && cell.get().outcomes().keySet().stream().anyMatch(outcome -> outcome.status() > 0)) {
          return true;
        }
      }
    }
    return false;
  }
}
