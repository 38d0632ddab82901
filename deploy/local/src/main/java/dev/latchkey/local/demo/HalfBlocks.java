package dev.latchkey.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Pictures in text: two rows of dots to a line, so that a dot is about square. */
final class HalfBlocks {

  private HalfBlocks() {}

  /** Whether there is ink. */
  @FunctionalInterface
  interface Picture {
    boolean isInked(int x, int y);
  }

  static List<String> draw(int width, int height, Picture picture) {
    var lines = new ArrayList<String>();
    for (var y = 0; y < height; y += 2) {
      var line = new StringBuilder(width);
      for (var x = 0; x < width; x++) {
        var upper = picture.isInked(x, y);
        var lower = y + 1 < height && picture.isInked(x, y + 1);
        line.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
