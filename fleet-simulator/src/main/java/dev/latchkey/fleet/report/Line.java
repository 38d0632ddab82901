package dev.latchkey.fleet.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line of a plot. It is broken where there is no value, for a line drawn across would tell one.
 *
 * @param stretches without a gap, in ascending order of x, and none of them empty
 */
record Line(String name, List<List<Point>> stretches) {

  record Point(double x, double y) {}

  Line {
    stretches = stretches.stream().map(List::copyOf).toList();
  }

  /** With a point for each that has a value, and a gap where others have none. */
  static <T> Line broken(
      String name, List<T> all, ToDoubleFunction<T> x, Function<T, OptionalDouble> y) {
    var stretches = new ArrayList<List<Point>>();
    var gap = true;
    for (var one : all) {
      var value = y.apply(one);
      if (value.isPresent()) {
        if (gap) {
          stretches.add(new ArrayList<>());
        }
        stretches.getLast().add(new Point(x.applyAsDouble(one), value.getAsDouble()));
      }
      gap = value.isEmpty();
    }
    return new Line(name, stretches);
  }

  Stream<Point> points() {
    return stretches.stream().flatMap(List::stream);
  }

  double top() {
    return points().mapToDouble(Point::y).max().orElse(0);
  }

  /** About as many points as that; of each bunch the highest, so that no peak is lost. */
  Line thinned(int most) {
    var bunch = Math.ceilDiv(Math.max((int) points().count(), 1), most);
    return new Line(name, stretches.stream().map(stretch -> thinned(stretch, bunch)).toList());
  }

  private static List<Point> thinned(List<Point> points, int bunch) {
    return IntStream.iterate(0, at -> at < points.size(), at -> at + bunch)
        .mapToObj(at -> highest(points.subList(at, Math.min(at + bunch, points.size()))))
        .toList();
  }

  private static Point highest(List<Point> bunch) {
    return bunch.stream().max(Comparator.comparingDouble(Point::y)).orElseThrow();
  }
}
