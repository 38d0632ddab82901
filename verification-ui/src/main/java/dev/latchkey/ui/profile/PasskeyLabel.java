package dev.latchkey.ui.profile;

import java.util.regex.Pattern;

/** A person's own name for a passkey. */
final class PasskeyLabel {

  static final int LONGEST = 64;

  /** Characters that are not seen but change what is seen. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

  private PasskeyLabel() {}

  /** What was typed, made fit to be shown; may be empty. */
  static String read(String typed) {
    var seen = UNSEEN.matcher(typed).replaceAll("").strip();
    return seen.codePointCount(0, seen.length()) <= LONGEST
        ? seen
        : seen.substring(0, seen.offsetByCodePoints(0, LONGEST));
  }
}
