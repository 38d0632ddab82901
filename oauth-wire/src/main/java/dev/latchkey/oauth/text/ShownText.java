package dev.latchkey.oauth.text;

import dev.latchkey.grant.Characters;
import java.util.regex.Pattern;

/**
 * Makes text fit to be shown among other text: one line, and nothing in it that is not seen, such
 * as what turns the text around it. The two joiners (U+200C, U+200D) stay within words, where
 * Persian and emoji need them.
 */
public final class ShownText {

  /**
   * Controls, line ends, formats, private use, halves of characters; and letters and marks that
   * have no shape.
   */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}"
              + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180D\\u180F\\u2800\\u3164\\uFFA0"
              + "&&[^\\u200C\\u200D]]");

  /** Joiners that join nothing, or join twice. */
  private static final Pattern IDLE_JOINERS =
      Pattern.compile(
          "(?<![^\\p{Z}])[\\u200C\\u200D]+"
              + "|[\\u200C\\u200D]+(?![^\\p{Z}])"
              + "|(?<=[\\u200C\\u200D])[\\u200C\\u200D]+");

  private static final Pattern SPACES = Pattern.compile("\\p{Z}+");

  private ShownText() {}

  /** What is seen of the text; may be empty. */
  public static String of(String text) {
    if (isPlain(text)) {
      return text;
    }
    var seen = UNSEEN.matcher(text).replaceAll("");
    var joined = IDLE_JOINERS.matcher(seen).replaceAll("");
    return SPACES.matcher(joined).replaceAll(" ").strip();
  }

  /** Whether it is ASCII that is seen, without a space too many, as most texts are. */
  private static boolean isPlain(String text) {
    var before = ' ';
    for (var index = 0; index < text.length(); index++) {
      var character = text.charAt(index);
      if (character < ' ' || character > '~' || (character == ' ' && before == ' ')) {
        return false;
      }
      before = character;
    }
    return text.isEmpty() || before != ' ';
  }

  /**
   * The beginning of what is seen.
   *
   * @param longest in {@link Characters}
   */
  public static String of(String text, int longest) {
    // Once more, because what joined or parted the end may stand alone now.
    return of(Characters.first(longest, of(text)));
  }
}
