package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;
import static dev.latchkey.oauth.error.OAuthError.INVALID_SCOPE;

import dev.latchkey.grant.ClaimedDevice;
import dev.latchkey.grant.Scope;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import dev.latchkey.oauth.form.ResourceIndicator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a device asks for (RFC 8628 section 3.1, RFC 8707 section 2).
 *
 * @param scope what it names; empty if it leaves that to us
 * @param target the API it names by {@code audience} or {@code resource}
 * @param device what it says of itself
 * @param proof what it will prove when it polls
 */
record DeviceAuthorizationForm(
    Optional<Scope> scope, Optional<String> target, ClaimedDevice device, ProofForm proof) {

  private static final Pattern FORMAT = Pattern.compile("\\p{Cf}+");

  static DeviceAuthorizationForm of(OAuthForm form) {
    return new DeviceAuthorizationForm(
        form.optional("scope").map(DeviceAuthorizationForm::scope),
        ResourceIndicator.of(form),
        device(form),
        ProofForm.of(form));
  }

  private static Scope scope(String sent) {
    return Scope.parse(sent)
        .orElseThrow(
            () ->
                new OAuthException(INVALID_SCOPE, "A scope has a character that it may not have"));
  }

  private static ClaimedDevice device(OAuthForm form) {
    return new ClaimedDevice(
        claim(form, "device_name"),
        claim(form, "device_model"),
        claim(form, "device_serial"),
        claim(form, "app_version"));
  }

  private static @Nullable String claim(OAuthForm form, String name) {
    // Format characters turn text around or hide it. Names have them in good faith too, within
    // emoji or Persian words: they are left out, not refused.
    var value = FORMAT.matcher(form.optional(name).orElse("")).replaceAll("");
    if (value.isEmpty()) {
      return null;
    }
    if (value.codePointCount(0, value.length()) > ClaimedDevice.LONGEST) {
      throw new OAuthException(
          INVALID_REQUEST, name + " has at most " + ClaimedDevice.LONGEST + " characters");
    }
    if (value.codePoints().anyMatch(DeviceAuthorizationForm::isControl)) {
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
