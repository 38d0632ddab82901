package dev.latchkey.ui.profile;

import dev.latchkey.oauth.text.ShownText;

/** A person's own name for a passkey. */
final class PasskeyLabel {

  static final int LONGEST = 64;

  private PasskeyLabel() {}

  /** What was typed, made fit to be shown; may be empty. */
  static String read(String typed) {
    return ShownText.of(typed, LONGEST);
  }
}
