package dev.latchkey.fleet.report;

import dev.latchkey.fleet.statistics.Latencies;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers for people. */
final class Figures {

  private static final double SECOND = 1_000;

  private Figures() {}

  /** A time given in milliseconds, with three digits or so. */
  static String time(double millis) {
    if (millis >= SECOND) {
      return String.format(Locale.ROOT, "%.2f s", millis / SECOND);
    }
    var digits = millis >= 100 ? "%.0f ms" : millis >= 10 ? "%.1f ms" : "%.2f ms";
    return String.format(Locale.ROOT, digits, millis);
  }

  static String time(OptionalDouble millis) {
    return millis.isPresent() ? time(millis.getAsDouble()) : "-";
  }

  /** Of requests that all went without a time, as polls still held at the end: a dash. */
  static String percentile(Latencies latencies, double percent) {
    return time(latencies.percentile(percent));
  }

  static String longest(Latencies latencies) {
    return percentile(latencies, 100);
  }

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond >= 100 ? "%,.0f" : "%.1f", perSecond);
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
