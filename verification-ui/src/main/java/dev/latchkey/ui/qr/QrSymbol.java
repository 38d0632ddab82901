package dev.latchkey.ui.qr;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;

/**
 * A QR code with the quiet zone around it, as modules: {@code (0, 0)} is the upper left one of the
 * quiet zone.
 */
final class QrSymbol {

  /** ISO/IEC 18004 section 6.3.8. */
  static final int QUIET = 4;

  private final QrCode code;

  private QrSymbol(QrCode code) {
    this.code = code;
  }

  /**
   * The smallest symbol that holds the address and survives the loss of 15 % of it (level M): a
   * reflection on a TV. Takes about a millisecond.
   */
  static QrSymbol of(URI address) {
    return new QrSymbol(QrCode.encodeText(address.toString(), QrCode.Ecc.MEDIUM));
  }

  /** Modules along each side. */
  int size() {
    return code.size + 2 * QUIET;
  }

  /** Light outside of the symbol, too. */
  boolean isDark(int x, int y) {
    return code.getModule(x - QUIET, y - QUIET);
  }
}
