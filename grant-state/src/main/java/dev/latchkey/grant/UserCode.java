package dev.latchkey.grant;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The short code a person types into the verification page, in normal form: upper case, without
 * punctuation, so that {@code wdjb-mjht}, {@code WDJB MJHT} and {@code WDJBMJHT} are one code (RFC
 * 8628 section 6.1). How it is shown is a matter of its client's {@link UserCodeFormat}.
 */
public record UserCode(String value) {

  /** Longer input is no code, and not worth normalising. */
  private static final int LONGEST_INPUT = 64;

  private static final Pattern NORMAL_FORM = Pattern.compile("[A-Z0-9]{4,32}");
  private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Punct}\\p{Pd}\\p{Cf}]");

  public UserCode {
    if (!NORMAL_FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a user code in normal form");
    }
  }

  /**
   * Reads what a person typed, full-width letters and digits included, and what came along unseen
   * when it was copied; empty if it cannot be a code. A typo is no failure of ours.
   */
  public static Optional<UserCode> parse(String typed) {
    if (typed.length() > LONGEST_INPUT) {
      return Optional.empty();
    }
    var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    var bare = IGNORED.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    return NORMAL_FORM.matcher(bare).matches() ? Optional.of(new UserCode(bare)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "UserCode[redacted]";
  }
}
