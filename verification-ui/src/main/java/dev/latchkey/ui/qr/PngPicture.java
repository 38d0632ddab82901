package dev.latchkey.ui.qr;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A symbol as PNG (ISO/IEC 15948): one bit a pixel, in shades of grey. Written by hand because the
 * JDK's encoder brings AWT along, which a native image does without.
 */
final class PngPicture {

  /** Pixels of a module: readable from a sofa, on a screen of twice as many dots too. */
  static final int SCALE = 8;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Bit depth 1, greyscale; the only compression and filter there are; not interlaced. */
  private static final byte[] ONE_BIT_GREY = {1, 0, 0, 0, 0};

  private PngPicture() {}

  static byte[] draw(QrSymbol symbol) {
    var side = symbol.size() * SCALE;
    var png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(side).putInt(side).put(ONE_BIT_GREY).array());
    chunk(png, "IDAT", deflate(scanLines(symbol)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** A module is as wide as a byte: {@link #SCALE} bits. Ones are white. */
  private static byte[] scanLines(QrSymbol symbol) {
    var size = symbol.size();
    var lines = ByteBuffer.allocate((1 + size) * size * SCALE);
    for (var y = 0; y < size * SCALE; y++) {
      lines.put((byte) 0); // no filter
      for (var x = 0; x < size; x++) {
        lines.put((byte) (symbol.isDark(x, y / SCALE) ? 0x00 : 0xff));
      }
    }
    return lines.array();
  }

  private static byte[] deflate(byte[] data) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(data);
      deflater.finish();
      var deflated = new ByteArrayOutputStream();
      var part = new byte[1024];
      while (!deflater.finished()) {
        deflated.write(part, 0, deflater.deflate(part));
      }
      return deflated.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String name, byte[] data) {
    var type = name.getBytes(US_ASCII);
    var checksum = new CRC32();
    checksum.update(type);
    checksum.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(type);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
