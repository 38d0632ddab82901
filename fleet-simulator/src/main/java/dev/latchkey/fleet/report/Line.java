package dev.latchkey.fleet.report;

import java.util.List;

/** One line of a plot: its name, and its points in ascending order of x. */
record Line(String name, List<Point> points) {

  record Point(double x, double y) {}

  Line {
    points = List.copyOf(points);
  }

  double top() {
    return points.stream().mapToDouble(Point::y).max().orElse(0);
  }
}
