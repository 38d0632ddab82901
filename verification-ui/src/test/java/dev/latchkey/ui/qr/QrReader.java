package dev.latchkey.ui.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** The camera of a phone, which knows nothing of how the pictures were made. */
final class QrReader {

  private static final int MODULE = 8;
  private static final int WHITE = 0xffffff;

  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

  private QrReader() {}

  static String readPng(byte[] png) throws IOException, ReaderException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    if (image == null) {
      throw new AssertionError("no PNG");
    }
    return read(image);
  }

  /** Draws what our SVG is made of: runs of dark modules. */
  static String readSvg(String svg) throws ReaderException {
    var side = SIDE.matcher(svg);
    if (!side.find()) {
      throw new AssertionError("no square: " + svg);
    }
    var image = white(Integer.parseInt(side.group(1)));
    RUN.matcher(svg)
        .results()
        .forEach(
            run -> {
              for (var i = 0; i < Integer.parseInt(run.group(3)); i++) {
                paint(image, Integer.parseInt(run.group(1)) + i, Integer.parseInt(run.group(2)), 0);
              }
            });
    return read(image);
  }

  /** Reads half blocks, as ink on paper or as light on a dark ground. */
  static String readText(String text, boolean inkIsDark) throws ReaderException {
    var lines = text.replaceAll("\u001b\\[[0-9;]*m", "").split("\n", -1);
    var width = lines[0].length();
    var image = white(width + 1);
    for (var y = 0; y < lines.length; y++) {
      for (var x = 0; x < lines[y].length(); x++) {
        var block = lines[y].charAt(x);
        paint(image, x, 2 * y, (block == '█' || block == '▀') == inkIsDark ? 0 : WHITE);
        paint(image, x, 2 * y + 1, (block == '█' || block == '▄') == inkIsDark ? 0 : WHITE);
      }
    }
    return read(image);
  }

  private static BufferedImage white(int modules) {
    var side = modules * MODULE;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var line = new int[side];
    Arrays.fill(line, WHITE);
    for (var y = 0; y < side; y++) {
      image.setRGB(0, y, side, 1, line, 0, 0);
    }
    return image;
  }

  private static void paint(BufferedImage image, int x, int y, int colour) {
    for (var i = 0; i < MODULE * MODULE; i++) {
      var px = x * MODULE + i % MODULE;
      var py = y * MODULE + i / MODULE;
      if (py < image.getHeight()) {
        image.setRGB(px, py, colour);
      }
    }
  }

  private static String read(BufferedImage image) throws ReaderException {
    var width = image.getWidth();
    var height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var picture = new RGBLuminanceSource(width, height, pixels);
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(picture)),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    } catch (NotFoundException e) {
      throw new AssertionError("no QR code in the picture", e);
    }
  }
}
