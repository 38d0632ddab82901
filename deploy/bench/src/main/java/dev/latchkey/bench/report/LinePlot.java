package dev.latchkey.bench.report;

import dev.latchkey.bench.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lines over a logarithmic axis, from 0 upwards, so that what is flat looks flat. */
final class LinePlot {

  private static final int LEFT = 70;
  private static final int WIDTH = 480;
  private static final int RIGHT = 130;
  private static final int TOP = 40;
  private static final int HEIGHT = 220;
  private static final int BOTTOM = 30;
  private static final int GRID = 4;
  private static final List<String> STYLES = List.of("a", "b", "c");

  private final String title;
  private final List<Line> lines = new ArrayList<>();

  /** What was measured with {@code x} of something. */
  record Dot(double x, Spread y) {}

  private record Line(String label, List<Dot> dots) {}

  LinePlot(String title) {
    this.title = title;
  }

  /** A line; without dots it is left out. */
  LinePlot line(String label, List<Dot> dots) {
    if (!dots.isEmpty()) {
      lines.add(new Line(label, dots));
    }
    return this;
  }

  String svg() {
    var drawing = new Drawing(LEFT + WIDTH + RIGHT, TOP + HEIGHT + BOTTOM, title);
    var all = lines.stream().flatMap(line -> line.dots().stream()).toList();
    var frame =
        new Frame(
            all.stream().mapToDouble(Dot::x).min().orElse(1),
            all.stream().mapToDouble(Dot::x).max().orElse(10),
            all.stream().mapToDouble(dot -> dot.y().most()).max().orElse(1));
    frame.draw(drawing);
    for (var i = 0; i < lines.size(); i++) {
      draw(drawing, frame, lines.get(i), STYLES.get(i % STYLES.size()));
    }
    return drawing.svg();
  }

  private static void draw(Drawing drawing, Frame frame, Line line, String style) {
    drawing.path(
        style,
        line.dots().stream()
            .map(
                dot ->
                    String.format(
                        Locale.ROOT, "%.1f,%.1f", frame.x(dot.x()), frame.y(dot.y().median())))
            .collect(Collectors.joining(" ")));
    for (var dot : line.dots()) {
      var x = frame.x(dot.x());
      drawing.line("whisker", x, frame.y(dot.y().least()), x, frame.y(dot.y().most()));
      drawing.dot(style, x, frame.y(dot.y().median()));
    }
    var last = line.dots().getLast();
    var y = frame.y(last.y().median()) + 4;
    drawing.text("label", "start", frame.x(last.x()) + 10, y, line.label());
  }

  private record Frame(double least, double most, double highest) {

    double x(double value) {
      var width = Math.log(most / least);
      return LEFT + (width == 0 ? 0 : WIDTH * Math.log(value / least) / width);
    }

    double y(double value) {
      return TOP + HEIGHT * (1 - value / highest);
    }

    void draw(Drawing drawing) {
      for (var i = 0; i <= GRID; i++) {
        var value = highest * i / GRID;
        drawing.line("axis", LEFT - 4, y(value), LEFT, y(value));
        drawing.text("faint", "end", LEFT - 8, y(value) + 4, i == 0 ? "0" : Figures.seconds(value));
      }
      drawing.line("axis", LEFT, TOP, LEFT, TOP + HEIGHT);
      drawing.line("axis", LEFT, TOP + HEIGHT, LEFT + WIDTH, TOP + HEIGHT);
      for (var ten = least; ten <= most; ten *= 10) {
        drawing.text("faint", "middle", x(ten), TOP + HEIGHT + 18, Figures.whole(ten));
      }
    }
  }
}
