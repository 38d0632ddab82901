package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Rounds;
import dev.latchkey.bench.measure.Sample;
import dev.latchkey.bench.measure.Series;
import dev.latchkey.bench.measure.Subject;
import java.util.Map;

/** What each kind of work costs, and whether all of it went well. */
public record CostTable(Map<Subject, Series> series) {

  @Override
  public String toString() {
    var unit = Rounds.take(series, Subject.BARE_VERTX);
    var table =
        new Table(
            "CPU seconds per 1,000",
            "in all",
            "server",
            "Redis",
            "PostgreSQL",
            "x bare Vert.x",
            "a second, at most");
    series.forEach((subject, turns) -> add(table, subject, turns, unit));
    return table + "\n\n" + new Unexpected().addAll(series).toString();
  }

  private static void add(Table table, Subject subject, Series turns, Series unit) {
    table.row(
        subject.title(),
        Figures.spread(turns.cost(), Figures::seconds),
        Figures.seconds(turns.spread(Sample::serverCost).median()),
        Figures.seconds(turns.spread(Sample::redisCost).median()),
        Figures.seconds(turns.spread(Sample::postgresCost).median()),
        Figures.spread(turns.times(unit), Figures::times),
        Figures.whole(turns.spread(Sample::rate).median()));
  }
}
