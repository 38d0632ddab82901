package dev.latchkey.ui.verify;

import dev.latchkey.ui.language.Language;
import java.time.Duration;

/** How long ago something was, in words. */
final class Age {

  private Age() {}

  static String of(Duration age) {
    var texts = Language.texts(VerifyMessages.class);
    if (age.toMinutes() < 1) {
      return texts.ageNow();
    }
    return age.toHours() < 1 ? texts.ageMinutes(age.toMinutes()) : texts.ageHours(age.toHours());
  }
}
