package dev.latchkey.oauth.action;

import dev.latchkey.oauth.text.ShownText;

/**
 * Why a hook has denied something, in its own words: one line that can be shown, at most {@value
 * #LONGEST} characters; empty if it does not say.
 */
public record Reason(String text) {

  public static final int LONGEST = 200;

  public Reason {
    text = ShownText.of(text, LONGEST);
  }

  /** For {@code error_description}, which has fewer characters (RFC 6749 section 5.2). */
  public String description() {
    if (text.isEmpty()) {
      return "Whoever runs this server does not allow it";
    }
    var description = new StringBuilder(text.length());
    text.codePoints().forEach(character -> description.append(allowed(character)));
    return description.toString();
  }

  private static char allowed(int character) {
    return switch (character) {
      case '"' -> '\'';
      case '\\' -> '/';
      default -> character >= ' ' && character <= '~' ? (char) character : '?';
    };
  }
}
