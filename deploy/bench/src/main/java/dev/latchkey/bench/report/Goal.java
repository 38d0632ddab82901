package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Spread;
import java.util.function.DoubleFunction;

/**
 * A goal of DESIGN section 8, and what came of it.
 *
 * @param most what it may be at most
 * @param number how such figures are written
 */
record Goal(String what, Spread found, double most, String unit, DoubleFunction<String> number) {

  void addTo(Table table) {
    table.row(
        what,
        "at most " + number.apply(most) + unit,
        Figures.spread(found, number) + unit,
        found.median() <= most ? "met" : "**missed**");
  }
}
