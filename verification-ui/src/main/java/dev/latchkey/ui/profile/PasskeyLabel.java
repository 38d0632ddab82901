package dev.latchkey.ui.profile;

import dev.latchkey.oauth.text.ShownText;
import dev.latchkey.ui.page.OwnName;

/** A person's own name for a passkey. */
final class PasskeyLabel {

  private PasskeyLabel() {}

  /** What was typed, made fit to be shown; may be empty. */
  static String read(String typed) {
    return ShownText.of(typed, OwnName.LONGEST);
  }
}
