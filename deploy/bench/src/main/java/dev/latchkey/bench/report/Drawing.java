package dev.latchkey.bench.report;

import java.util.Locale;

/** A small SVG that stands for itself: no script, no font and no colour from elsewhere. */
final class Drawing {

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
      <style>
      text { font: 13px system-ui, sans-serif; fill: #1f2328 }
      .title { font-weight: 600 }
      .faint { fill: #59636e }
      .axis, .whisker { stroke: #59636e; fill: none }
      .goal { stroke: #cf222e; stroke-width: 2 }
      .a { fill: #0969da; stroke: #0969da } .b { fill: #8c959f; stroke: #8c959f }
      .c { fill: #bc4c00; stroke: #bc4c00 }
      polyline { fill: none !important; stroke-width: 2 }
      @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 } .faint { fill: #9198a1 } .axis, .whisker { stroke: #9198a1 }
      .goal { stroke: #ff7b72 }
      .a { fill: #4493f8; stroke: #4493f8 } .b { fill: #6e7681; stroke: #6e7681 }
      .c { fill: #db6d28; stroke: #db6d28 }
      }
      </style>
      <text class="title" x="10" y="20">%s</text>
      """;

  private final StringBuilder svg = new StringBuilder();

  Drawing(int width, int height, String title) {
    svg.append(HEAD.formatted(width, height, escaped(title), escaped(title)));
  }

  Drawing text(String style, String anchor, double x, double y, String words) {
    return add(
        "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        style, anchor, x, y, escaped(words));
  }

  Drawing rectangle(String style, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        style, x, y, width, height);
  }

  Drawing line(String style, double x1, double y1, double x2, double y2) {
    return add(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        style, x1, y1, x2, y2);
  }

  Drawing dot(String style, double x, double y) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", style, x, y);
  }

  Drawing path(String style, String points) {
    return add("<polyline class=\"%s\" points=\"%s\"/>", style, points);
  }

  String svg() {
    return svg + "</svg>\n";
  }

  private Drawing add(String element, Object... values) {
    svg.append(String.format(Locale.ROOT, element, values)).append('\n');
    return this;
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
