package dev.latchkey.ui.qr;

/**
 * A symbol as text for a terminal: two rows of modules to a line, so that a module is about square.
 */
final class TextPicture {

  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";
  private static final String AS_BEFORE = "\u001b[0m";

  private TextPicture() {}

  /** Black on white by escape sequences, whatever the colours of the terminal are. */
  static String coloured(QrSymbol symbol) {
    return draw(symbol, true, BLACK_ON_WHITE, AS_BEFORE + "\n");
  }

  /** The light modules in ink: right on a dark ground, where no escape sequences are understood. */
  static String plain(QrSymbol symbol) {
    return draw(symbol, false, "", "\n");
  }

  private static String draw(QrSymbol symbol, boolean dark, String start, String end) {
    var picture = new StringBuilder();
    for (var y = 0; y < symbol.size(); y += 2) {
      picture.append(start);
      for (var x = 0; x < symbol.size(); x++) {
        picture.append(block(symbol.isDark(x, y) == dark, symbol.isDark(x, y + 1) == dark));
      }
      picture.append(end);
    }
    return picture.toString();
  }

  private static char block(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }
}
