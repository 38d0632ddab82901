package dev.latchkey.grant;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Words in one text, a space between, none twice, in the order first named: how OAuth lists scopes,
 * and much else, and how we keep such lists. A word has the characters that RFC 6749 section 3.3
 * gives to scopes.
 */
public final class SpacedWords {

  private SpacedWords() {}

  /** Whether it can be one of them. */
  public static boolean isWord(String text) {
    var fits = !text.isEmpty();
    for (var at = 0; fits && at < text.length(); at++) {
      fits = fitsInAWord(text.charAt(at));
    }
    return fits;
  }

  /** RFC 6749 section 3.3; by hand, as each refresh asks for every scope. */
  private static boolean fitsInAWord(char c) {
    return c > ' ' && c <= '~' && c != '"' && c != '\\';
  }

  /** Reads the wire form; empty if a word has a character that it may not have. */
  public static Optional<Set<String>> parse(String sent) {
    var words = new LinkedHashSet<String>();
    for (var word : sent.split(" ", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      if (!isWord(word)) {
        return Optional.empty();
      }
      words.add(word);
    }
    return Optional.of(Collections.unmodifiableSet(words));
  }

  /** Reads what {@link #write} wrote; nothing from an empty text. */
  public static Set<String> stored(String written) {
    return parse(written)
        .orElseThrow(() -> new IllegalArgumentException("not a list of words: " + written));
  }

  public static String write(Collection<String> words) {
    return String.join(" ", words);
  }
}
