package dev.latchkey.ui.brand;

import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** An sRGB colour. */
record Colour(int red, int green, int blue) {

  static final Colour WHITE = new Colour(255, 255, 255);
  static final Colour BLACK = new Colour(0, 0, 0);

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  /** Fails with what is wrong. */
  static Colour parse(String text) {
    if (!HEX.matcher(text).matches()) {
      throw new IllegalArgumentException("is no colour such as #4453c9: " + text);
    }
    var rgb = HexFormat.fromHexDigits(text, 1, 7);
    return new Colour(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /** From 1 to 21; the same in both directions (WCAG 2.2, "contrast ratio"). */
  double contrastWith(Colour other) {
    var mine = luminance();
    var others = other.luminance();
    return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
  }

  /**
   * A shade towards another colour.
   *
   * @param share how far: 0 is this colour, 1 the other
   */
  Colour towards(Colour other, double share) {
    return new Colour(
        between(red, other.red, share),
        between(green, other.green, share),
        between(blue, other.blue, share));
  }

  /** As style sheets write it. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue);
  }

  /** WCAG 2.2, "relative luminance". */
  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int channel) {
    var share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
