package dev.latchkey.live;

import dev.latchkey.grant.UserCode;
import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.grant.UserCodeFormat.CharacterSet;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All user codes of one alphabet and length: who guesses among them, guesses against all that are
 * live of them, whichever client's they are.
 */
public record CodeSpace(CharacterSet characterSet, int length) {

  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  /** The space that a format draws from. */
  public static CodeSpace of(UserCodeFormat format) {
    return new CodeSpace(format.characterSet(), format.length());
  }

  /** The space that a code is of; empty if no format draws such codes. */
  public static Optional<CodeSpace> of(UserCode code) {
    return Stream.of(CharacterSet.values())
        .filter(set -> set.draws(code))
        .findFirst()
        .map(set -> new CodeSpace(set, code.value().length()));
  }

  /**
   * How many codes of this space may be live if a guess is to find one at most once in so many
   * tries.
   *
   * @param tries at least 1
   */
  public long most(long tries) {
    return BigInteger.valueOf(characterSet.size())
        .pow(length)
        .divide(BigInteger.valueOf(tries))
        .min(MOST)
        .longValueExact();
  }

  /** Reads a {@link #name()}; empty if it is none that we know. */
  public static Optional<CodeSpace> named(String name) {
    return Stream.of(CharacterSet.values())
        .filter(set -> name.matches(prefix(set) + "[1-9][0-9]?"))
        .findFirst()
        .map(set -> new CodeSpace(set, Integer.parseInt(name.substring(name.indexOf('-') + 1))));
  }

  /** For example {@code base20-8}. */
  public String name() {
    return prefix(characterSet) + length;
  }

  /**
   * The alarm that rings while too many of these codes are live, see {@code docs/redis-schema.md}.
   */
  public String alarm() {
    return "crowded-" + name();
  }

  private static String prefix(CharacterSet set) {
    return set.name().toLowerCase(Locale.ROOT) + "-";
  }
}
