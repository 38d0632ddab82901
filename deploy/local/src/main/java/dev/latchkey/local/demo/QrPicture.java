package dev.latchkey.local.demo;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import java.util.List;

/** An address as a QR code in text, for a camera in front of the screen. */
final class QrPicture {

  /** ISO/IEC 18004 asks for four dots of quiet around; phones are content with two. */
  private static final int QUIET = 2;

  private static final String BLACK_ON_WHITE = "\u001b[38;5;16;48;5;231m";
  private static final String PLAIN = "\u001b[0m";

  private QrPicture() {}

  /**
   * The lines of the picture.
   *
   * @param coloured black on white by escape sequences; otherwise the light dots are drawn, which
   *     is right on a dark background
   */
  static List<String> draw(URI address, boolean coloured) {
    var code = QrCode.encodeText(address.toString(), QrCode.Ecc.LOW);
    var size = code.size + 2 * QUIET;
    var lines =
        HalfBlocks.draw(
            size, size + size % 2, (x, y) -> code.getModule(x - QUIET, y - QUIET) == coloured);
    return coloured ? lines.stream().map(line -> BLACK_ON_WHITE + line + PLAIN).toList() : lines;
  }
}
