package dev.latchkey.grant;

/**
 * How long a text is to the person who reads "at most 64 characters": in code points, as PostgreSQL
 * counts. Java's own length counts an emoji twice, and so does {@code maxlength} in HTML, which
 * therefore allows {@link #UNITS} for each.
 */
public final class Characters {

  /** Of UTF-16 for one character, at most. */
  public static final int UNITS = 2;

  private Characters() {}

  public static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  public static boolean atMost(int longest, String text) {
    return count(text) <= longest;
  }

  /** The beginning of the text, without half a character at its end. */
  public static String first(int longest, String text) {
    return atMost(longest, text) ? text : text.substring(0, text.offsetByCodePoints(0, longest));
  }
}
