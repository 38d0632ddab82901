package dev.latchkey.ticket;

import dev.latchkey.grant.Characters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person's own name for a device: one line of at most {@value #LONGEST} {@link Characters}
 * without any that are not seen, such as those that turn the text around them. Emoji and scripts
 * may join letters.
 */
public record DeviceName(String value) {

  public static final int LONGEST = 64;

  /** Control characters, line ends and format characters but the two joiners. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}[\\p{Cf}&&[^\\u200C\\u200D]]]");

  public DeviceName {
    if (value.isBlank() || !Characters.atMost(LONGEST, value) || UNSEEN.matcher(value).find()) {
      throw new IllegalArgumentException("not a name for a device");
    }
  }

  /**
   * Reads what a person typed, less what is not seen; empty if that is nothing or too long. A long
   * name is no failure of ours.
   */
  public static Optional<DeviceName> parse(String typed) {
    var seen = UNSEEN.matcher(typed).replaceAll("").strip();
    return seen.isBlank() || !Characters.atMost(LONGEST, seen)
        ? Optional.empty()
        : Optional.of(new DeviceName(seen));
  }
}
