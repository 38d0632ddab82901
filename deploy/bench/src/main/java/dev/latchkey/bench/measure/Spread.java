package dev.latchkey.bench.measure;

import java.util.List;

/** A figure that was measured several times. */
public record Spread(double median, double least, double most) {

  /**
   * Of one or more.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    var sorted = figures.stream().sorted().toList();
    var half = sorted.size() / 2;
    var median =
        sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return new Spread(median, sorted.getFirst(), sorted.getLast());
  }
}
