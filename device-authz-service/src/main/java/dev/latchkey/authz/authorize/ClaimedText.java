package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;

import dev.latchkey.grant.Characters;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.text.ShownText;
import org.jspecify.annotations.Nullable;

/** A text that pages show as the device's own claim. */
final class ClaimedText {

  private ClaimedText() {}

  /**
   * The parameter, or null if it says nothing. Fails with {@code invalid_request} if it is longer
   * than {@code longest} characters or has one that controls.
   */
  static @Nullable String of(OAuthForm form, String name, int longest) {
    var sent = form.optional(name).orElse("");
    if (sent.codePoints().anyMatch(ClaimedText::isControl)) {
      throw new OAuthException(INVALID_REQUEST, name + " has a control character");
    }
    // Names have other characters that are not seen in good faith: left out, not refused.
    var value = ShownText.of(sent);
    if (value.isEmpty()) {
      return null;
    }
    if (!Characters.atMost(longest, value)) {
      throw new OAuthException(INVALID_REQUEST, name + " has at most " + longest + " characters");
    }
    return value;
  }

  private static boolean isControl(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
