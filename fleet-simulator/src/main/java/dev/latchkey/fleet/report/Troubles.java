package dev.latchkey.fleet.report;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.run.Result;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What failed, in sentences. Empty if nothing did; surprises are told apart. */
final class Troubles {

  private static final Set<Kind> REQUESTS =
      Set.of(Kind.START, Kind.POLL, Kind.HELD, Kind.REFRESH, Kind.PAGE);

  private Troubles() {}

  static List<String> of(Result result) {
    var rows = Row.of(result);
    var troubles = new ArrayList<String>();
    say(
        troubles,
        count(rows, REQUESTS, (kind, outcome) -> outcome.isFailure(kind)),
        count(rows, REQUESTS, (kind, outcome) -> true),
        "requests got no answer, or were refused for overload");
    say(
        troubles,
        count(rows, Set.of(Kind.DECISION), (kind, outcome) -> outcome.status() != 200),
        count(rows, Set.of(Kind.DECISION), (kind, outcome) -> true),
        "people came to no decision");
    say(
        troubles,
        result.endings().getOrDefault(Ending.REJECTED, 0L),
        result.endings().values().stream().mapToLong(Long::longValue).sum(),
        "devices that ended were rejected");
    return troubles;
  }

  private static void say(List<String> troubles, long some, long all, String what) {
    if (some > 0) {
      troubles.add("%s of %s %s.".formatted(Figures.count(some), Figures.count(all), what));
    }
  }

  private static long count(List<Row> rows, Set<Kind> kinds, BiPredicate<Kind, Outcome> wanted) {
    return rows.stream()
        .filter(row -> kinds.contains(row.kind()))
        .flatMap(
            row ->
                row.cell().outcomes().entrySet().stream()
                    .filter(entry -> wanted.test(row.kind(), entry.getKey())))
        .mapToLong(entry -> entry.getValue())
        .sum();
  }
}
