package dev.latchkey.ui.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a new password must be: long enough, and not one of those that are tried first. Nothing else
 * is asked for, as NIST SP 800-63B section 3.1.1.2 advises.
 */
public final class NewPassword {

  /** In characters as people count them. */
  public static final int SHORTEST = 8;

  /** Less than that is one key, or two, pressed often. */
  private static final int FEWEST_DIFFERENT = 3;

  /** Why a password is not taken. */
  public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    IS_USERNAME,
    COMMON
  }

  private static final Set<String> COMMON = read("/common-passwords.txt");

  private NewPassword() {}

  /** Empty if the password is good enough. */
  static Optional<Weakness> weakness(String password, String username) {
    var small = password.toLowerCase(Locale.ROOT);
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(Weakness.TOO_SHORT);
    }
    if (password.length() > Passwords.LONGEST) {
      return Optional.of(Weakness.TOO_LONG);
    }
    if (small.strip().equals(username.toLowerCase(Locale.ROOT))) {
      return Optional.of(Weakness.IS_USERNAME);
    }
    if (small.strip().codePoints().distinct().count() < FEWEST_DIFFERENT) {
      return Optional.of(Weakness.COMMON);
    }
    return COMMON.contains(small) ? Optional.of(Weakness.COMMON) : Optional.empty();
  }

  private static Set<String> read(String resource) {
    try (var in = NewPassword.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      var lines = List.of(new String(in.readAllBytes(), UTF_8).split("\n"));
      return lines.stream().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
