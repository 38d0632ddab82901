package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Bars from left to right, with the spread of each as a whisker and its goal as a red line. */
final class BarPlot {

  private static final int LEFT = 180;
  private static final int WIDTH = 440;
  private static final int RIGHT = 80;
  private static final int TOP = 36;
  private static final int STEP = 30;
  private static final int THICK = 18;

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String label, Spread value, OptionalDouble goal) {

    double end() {
      return Math.max(value.most(), goal.orElse(0));
    }
  }

  BarPlot(String title) {
    this.title = title;
  }

  BarPlot bar(String label, Spread value, OptionalDouble goal) {
    bars.add(new Bar(label, value, goal));
    return this;
  }

  String svg() {
    var scale = WIDTH / bars.stream().mapToDouble(Bar::end).max().orElse(1);
    var drawing = new Drawing(LEFT + WIDTH + RIGHT, TOP + STEP * bars.size() + 4, title);
    for (var i = 0; i < bars.size(); i++) {
      draw(drawing, bars.get(i), TOP + STEP * i, scale);
    }
    return drawing.svg();
  }

  private static void draw(Drawing drawing, Bar bar, double top, double scale) {
    var value = bar.value();
    var middle = top + THICK / 2.0;
    drawing
        .text("label", "end", LEFT - 8, middle + 4, bar.label())
        .rectangle(bar.goal().isPresent() ? "a" : "b", LEFT, top, value.median() * scale, THICK)
        .line("whisker", LEFT + value.least() * scale, middle, LEFT + value.most() * scale, middle);
    bar.goal()
        .ifPresent(
            goal ->
                drawing.line(
                    "goal", LEFT + goal * scale, top - 4, LEFT + goal * scale, top + THICK + 4));
    drawing.text(
        "faint",
        "start",
        LEFT + bar.end() * scale + 6,
        middle + 4,
        Figures.seconds(value.median()));
  }
}
