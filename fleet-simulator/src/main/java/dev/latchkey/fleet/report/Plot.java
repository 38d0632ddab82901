package dev.latchkey.fleet.report;

import dev.latchkey.fleet.report.Line.Point;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * A plot of lines as SVG: no script, no font, no file; its colours are variables of the page, which
 * follow light and dark. Lines differ by dashes too, for those who do not tell colours apart.
 *
 * @param title ends with a full stop, as the meaning does
 * @param meaning what it shows, for people and for readers of screens
 */
record Plot(String title, String meaning, Axis x, Axis y, List<Line> lines) {

  private static final int WIDTH = 760;
  private static final int HEIGHT = 280;
  private static final int LEFT = 76;
  private static final int RIGHT = 20;
  private static final int TOP = 20;
  private static final int BOTTOM = 46;
  private static final int MOST_POINTS = 600;

  /** An axis: its scale, how a mark is written, and what it counts. */
  record Axis(String name, Scale scale, DoubleFunction<String> words) {}

  Plot {
    lines = List.copyOf(lines);
  }

  String html() {
    var svg = new StringBuilder();
    svg.append(
        """
        <figure>
        <figcaption><strong>%s</strong> %s</figcaption>
        <svg viewBox="0 0 %d %d" role="img" aria-label="%s">
        """
            .formatted(
                Html.escape(title),
                Html.escape(meaning),
                WIDTH,
                HEIGHT,
                Html.escape(title + " " + meaning)));
    y.scale().marks().forEach(mark -> svg.append(horizontal(mark)));
    x.scale().marks().forEach(mark -> svg.append(vertical(mark)));
    svg.append(text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 8.0, "middle", x.name()));
    svg.append(text(LEFT, TOP - 5.0, "start", y.name()));
    for (var i = 0; i < lines.size(); i++) {
      svg.append(line(lines.get(i), i));
    }
    return svg.append("</svg>\n").append(legend()).append("</figure>\n").toString();
  }

  private String line(Line line, int number) {
    return line.thinned(MOST_POINTS).stretches().stream()
        .map(stretch -> stretch(stretch, number))
        .collect(Collectors.joining());
  }

  /** A point alone becomes a line from itself to itself, which round ends make a dot. */
  private String stretch(List<Point> points, int number) {
    var there = points.stream().map(this::place).collect(Collectors.joining(" "));
    return points.size() > 1
        ? "<polyline class=\"l%d\" points=\"%s\"/>%n".formatted(number, there)
        : "<polyline class=\"l%d dot\" points=\"%s %s\"/>%n".formatted(number, there, there);
  }

  private String place(Point point) {
    return String.format(Locale.ROOT, "%.1f,%.1f", across(point.x()), up(point.y()));
  }

  private String horizontal(double mark) {
    var height = up(mark);
    return String.format(
            Locale.ROOT,
            "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>%n",
            LEFT,
            WIDTH - RIGHT,
            height,
            height)
        + text(LEFT - 8.0, height + 4, "end", y.words().apply(mark));
  }

  private String vertical(double mark) {
    return text(across(mark), HEIGHT - BOTTOM + 18.0, "middle", x.words().apply(mark));
  }

  private static String text(double left, double base, String anchor, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        left,
        base,
        anchor,
        Html.escape(words));
  }

  private String legend() {
    var entries = new StringBuilder("<ul class=\"legend\">");
    for (var i = 0; i < lines.size(); i++) {
      entries.append(
          """
          <li><svg viewBox="0 0 28 8" aria-hidden="true"><polyline class="l%d" points="0,4 28,4"/></svg> %s</li>
          """
              .formatted(i, Html.escape(lines.get(i).name())));
    }
    return entries.append("</ul>\n").toString();
  }

  private double across(double value) {
    return LEFT + x.scale().at(value) * (WIDTH - LEFT - RIGHT);
  }

  private double up(double value) {
    return HEIGHT - BOTTOM - y.scale().at(value) * (HEIGHT - TOP - BOTTOM);
  }
}
