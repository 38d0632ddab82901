package dev.latchkey.grant;

import java.security.SecureRandom;
import java.util.stream.Stream;

/**
 * How a client's user codes look: which characters they are drawn from, and a mask in which {@code
 * *} stands for a character while {@code -} and space are punctuation for the eye.
 */
public record UserCodeFormat(CharacterSet characterSet, String mask) {

  /** The alphabets that can be read from a screen across a room and typed on a phone. */
  public enum CharacterSet {
    /** Consonants only: no vowels, so no words by accident, and none of 0/O or 1/I. */
    BASE20("BCDFGHJKLMNPQRSTVWXZ", 6),
    /** For remote controls and number pads. */
    DIGITS("0123456789", 8);

    private final String characters;
    private final int shortest;

    CharacterSet(String characters, int shortest) {
      this.characters = characters;
      this.shortest = shortest;
    }

    private boolean draws(String code) {
      return code.length() >= shortest
          && code.length() <= LONGEST
          && code.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }
  }

  /** Eight consonants in two groups, about 34.5 bits (RFC 8628 section 6.1). */
  public static final UserCodeFormat DEFAULT = new UserCodeFormat(CharacterSet.BASE20, "****-****");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char ANY = '*';
  private static final int LONGEST = 32;

  public UserCodeFormat {
    if (!mask.matches("[* -]{4,40}")) {
      throw new IllegalArgumentException("a mask has 4 to 40 characters, each *, - or space");
    }
    var length = mask.chars().filter(c -> c == ANY).count();
    if (length < characterSet.shortest || length > LONGEST) {
      throw new IllegalArgumentException(
          "a mask of %s needs %d to %d asterisks"
              .formatted(characterSet, characterSet.shortest, LONGEST));
    }
  }

  /** A new random code of this format. */
  public UserCode draw() {
    var alphabet = characterSet.characters;
    var code = new StringBuilder();
    mask.chars()
        .filter(c -> c == ANY)
        .forEach(c -> code.append(alphabet.charAt(RANDOM.nextInt(alphabet.length()))));
    return new UserCode(code.toString());
  }

  /** Whether some format draws such codes; that says nothing of whether one did. */
  public static boolean isDrawn(UserCode code) {
    return Stream.of(CharacterSet.values()).anyMatch(set -> set.draws(code.value()));
  }

  /** The code as people see it, for example {@code WDJB-MJHT}. */
  public String display(UserCode code) {
    return display(mask, code);
  }

  /** Lays a code into a mask; a code of another length is shown bare. */
  public static String display(String mask, UserCode code) {
    var value = code.value();
    if (mask.chars().filter(c -> c == ANY).count() != value.length()) {
      return value;
    }
    var shown = new StringBuilder();
    var next = 0;
    for (var i = 0; i < mask.length(); i++) {
      shown.append(mask.charAt(i) == ANY ? value.charAt(next++) : mask.charAt(i));
    }
    return shown.toString();
  }
}
