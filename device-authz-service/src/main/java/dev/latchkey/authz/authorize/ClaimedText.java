package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;

import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text that pages show as the device's own claim. */
final class ClaimedText {

  private static final Pattern FORMAT = Pattern.compile("\\p{Cf}+");

  private ClaimedText() {}

  /**
   * The parameter, or null if it says nothing. Fails with {@code invalid_request} if it is longer
   * than {@code longest} characters or has one that controls.
   */
  static @Nullable String of(OAuthForm form, String name, int longest) {
    // Format characters turn text around or hide it. Names have them in good faith too, within
    // emoji or Persian words: they are left out, not refused.
    var value = FORMAT.matcher(form.optional(name).orElse("")).replaceAll("");
    if (value.isEmpty()) {
      return null;
    }
    if (value.codePointCount(0, value.length()) > longest) {
      throw new OAuthException(INVALID_REQUEST, name + " has at most " + longest + " characters");
    }
    if (value.codePoints().anyMatch(ClaimedText::isControl)) {
      throw new OAuthException(INVALID_REQUEST, name + " has a control character");
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
