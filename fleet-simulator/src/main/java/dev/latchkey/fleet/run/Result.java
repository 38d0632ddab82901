package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Outcome;
import dev.latchkey.fleet.statistics.Second;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  static Result of(Plan plan, Instant began, boolean interrupted, Phases phases, Course.End end) {
    return new Result(
        plan, began, end.at(), interrupted, phases, end.ledger(), end.seconds(), end.endings());
  }

  /** Whether the server gave any answer at all. */
  public boolean sawAnswers() {
    return outcomes(kind -> true).anyMatch(outcome -> outcome.status() > 0);
  }

  /** Whether there were people who were to decide, and none of whom came to a decision. */
  public boolean nobodyDecided() {
    var decisions = outcomes(kind -> kind == Kind.DECISION).toList();
    return !decisions.isEmpty() && decisions.stream().noneMatch(outcome -> outcome.status() == 200);
  }

  private Stream<Outcome> outcomes(Predicate<Kind> wanted) {
    return IntStream.range(0, phases.list().size())
        .boxed()
        .flatMap(
            phase ->
                Arrays.stream(Kind.values())
                    .filter(wanted)
                    .flatMap(kind -> ledger.find(phase, kind).stream()))
        .flatMap(cell -> cell.outcomes().keySet().stream());
  }
}
