package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Spread;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Numbers as the page writes them. */
final class Figures {

  private Figures() {}

  /** CPU seconds, or seconds of a clock. */
  static String seconds(double value) {
    return String.format(Locale.ROOT, value < 0.1 ? "%.4f" : "%.3f", value);
  }

  static String times(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Of a share from 0 to 1. */
  static String percent(double share) {
    return whole(share * 100) + " %";
  }

  static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** The median and, where there is a difference, from where to where. */
  static String spread(Spread spread, DoubleFunction<String> number) {
    var median = number.apply(spread.median());
    return spread.least() == spread.most()
        ? median
        : "%s (%s to %s)"
            .formatted(median, number.apply(spread.least()), number.apply(spread.most()));
  }
}
