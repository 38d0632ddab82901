package dev.latchkey.grant;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two digits that the page shows after an approval and the person enters on the device, so that
 * nobody approves a device that is not in front of them (number matching). It never prints itself.
 */
public record ConfirmationNumber(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public ConfirmationNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not two digits");
    }
  }

  /** Any of the hundred, each as likely as the others. */
  public static ConfirmationNumber random() {
    return new ConfirmationNumber("%02d".formatted(RANDOM.nextInt(100)));
  }

  /** Reads what was entered; empty if it is not two digits. */
  public static Optional<ConfirmationNumber> parse(String entered) {
    return FORM.matcher(entered).matches()
        ? Optional.of(new ConfirmationNumber(entered))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "ConfirmationNumber[redacted]";
  }
}
