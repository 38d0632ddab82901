package dev.latchkey.grant;

import java.security.SecureRandom;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** How many characters there are to draw from. */
    public int size() {
      return characters.length();
    }

    /** Whether some format of this alphabet draws such codes; not whether one did. */
    public boolean draws(UserCode code) {
      var value = code.value();
      return value.length() >= shortest
          && value.length() <= LONGEST
          && value.chars().allMatch(c -> characters.indexOf(c) >= 0);
    }
  }

  private static final int LONGEST_MASK = 40;

  /** What a mask is, as a regular expression; how many asterisks depends on the characters. */
  public static final String MASK = "[* -]{4," + LONGEST_MASK + "}";

  private static final Pattern ONE_MASK = Pattern.compile(MASK);

  /** Eight consonants in two groups, about 34.5 bits (RFC 8628 section 6.1). */
  public static final UserCodeFormat DEFAULT = new UserCodeFormat(CharacterSet.BASE20, "****-****");

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char ANY = '*';
  private static final int LONGEST = 32;
  private static final Pattern GROUP = Pattern.compile("\\*+");

  public UserCodeFormat {
    if (!ONE_MASK.matcher(mask).matches()) {
      throw new IllegalArgumentException(
          "a mask has 4 to %d characters, each *, - or space".formatted(LONGEST_MASK));
    }
    var length = length(mask);
    if (length < characterSet.shortest || length > LONGEST) {
      throw new IllegalArgumentException(
          "a mask of %s needs %d to %d asterisks"
              .formatted(characterSet, characterSet.shortest, LONGEST));
    }
  }

  /** How many characters its codes have, without punctuation. */
  public int length() {
    return length(mask);
  }

  /**
   * The same with one more character, in the shortest of the mask's groups; empty if codes cannot
   * be any longer.
   */
  public Optional<UserCodeFormat> longer() {
    if (length() == LONGEST || mask.length() == LONGEST_MASK) {
      return Optional.empty();
    }
    return GROUP
        .matcher(mask)
        .results()
        .min(Comparator.comparingInt(group -> group.end() - group.start()))
        .map(group -> mask.substring(0, group.end()) + ANY + mask.substring(group.end()))
        .map(grown -> new UserCodeFormat(characterSet, grown));
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
    return Stream.of(CharacterSet.values()).anyMatch(set -> set.draws(code));
  }

  /** The code as people see it, for example {@code WDJB-MJHT}. */
  public String display(UserCode code) {
    return display(mask, code);
  }

  /** Lays a code into a mask; a code of another length is shown bare. */
  public static String display(String mask, UserCode code) {
    var value = code.value();
    if (length(mask) != value.length()) {
      return value;
    }
    var shown = new StringBuilder();
    var next = 0;
    for (var i = 0; i < mask.length(); i++) {
      shown.append(mask.charAt(i) == ANY ? value.charAt(next++) : mask.charAt(i));
    }
    return shown.toString();
  }

  private static int length(String mask) {
    return (int) mask.chars().filter(c -> c == ANY).count();
  }
}
