package dev.latchkey.local.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user code in letters that can be read from the sofa: five by five, from letters.txt. */
final class BigLetters {

  private static final int SIZE = 5;
  private static final Map<Character, List<String>> FONT = font();

  private BigLetters() {}

  /** Three lines of text; what has no big letter is left blank. */
  static List<String> draw(String text) {
    var blank = List.of(".....", ".....", ".....", ".....", ".....");
    return HalfBlocks.draw(
        text.length() * (SIZE + 1),
        SIZE,
        (x, y) -> {
          var column = x % (SIZE + 1);
          var letter = FONT.getOrDefault(text.charAt(x / (SIZE + 1)), blank);
          return column < SIZE && letter.get(y).charAt(column) == '#';
        });
  }

  private static Map<Character, List<String>> font() {
    try (var in = BigLetters.class.getResourceAsStream("letters.txt")) {
      if (in == null) {
        throw new IllegalStateException("letters.txt is not on the class path");
      }
      var font = new HashMap<Character, List<String>>();
      new BufferedReader(new InputStreamReader(in, US_ASCII))
          .lines()
          .forEach(line -> font.put(line.charAt(0), List.of(line.substring(2).split(" ", SIZE))));
      return Map.copyOf(font);
    } catch (IOException e) {
      throw new IllegalStateException("letters.txt cannot be read", e);
    }
  }
}
