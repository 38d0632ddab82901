package dev.latchkey.ui.qr;

/**
 * A symbol as SVG: a white square and one black path, without style or script, so that the
 * strictest policy has nothing to forbid.
 */
final class SvgPicture {

  /** Pixels of a module, where the page that shows the picture does not say. */
  private static final int SCALE = 8;

  private SvgPicture() {}

  static String draw(QrSymbol symbol) {
    var size = symbol.size();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" \
    shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%3$s"/></svg>
    """
        .formatted(size, size * SCALE, path(symbol));
  }

  /** A rectangle for each run of dark modules in a row. */
  private static String path(QrSymbol symbol) {
    var path = new StringBuilder();
    for (var y = 0; y < symbol.size(); y++) {
      for (var x = 0; x < symbol.size(); x++) {
        var start = x;
        while (symbol.isDark(x, y)) {
          x++;
        }
        if (x > start) {
          path.append("M%1$d %2$dh%3$dv1h-%3$dz".formatted(start, y, x - start));
        }
      }
    }
    return path.toString();
  }
}
