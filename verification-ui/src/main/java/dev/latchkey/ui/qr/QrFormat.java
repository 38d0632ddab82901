package dev.latchkey.ui.qr;

import java.util.Optional;
import java.util.stream.Stream;

/** What a QR code is drawn as. */
enum QrFormat {
  SVG(".svg", "image/svg+xml"),
  PNG(".png", "image/png"),
  TXT(".txt", "text/plain;charset=UTF-8");

  private final String ending;
  private final String type;

  QrFormat(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  /** By the ending of a file's name. */
  static Optional<QrFormat> of(String file) {
    return Stream.of(values()).filter(format -> file.endsWith(format.ending)).findFirst();
  }

  /** The file's name without its ending. */
  String nameOf(String file) {
    return file.substring(0, file.length() - ending.length());
  }

  String type() {
    return type;
  }
}
