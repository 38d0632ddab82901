package dev.latchkey.authz.authorize;

import static dev.latchkey.oauth.error.OAuthError.INVALID_REQUEST;

import dev.latchkey.grant.AuthenticationRequest;
import dev.latchkey.grant.SpacedWords;
import dev.latchkey.oauth.error.OAuthException;
import dev.latchkey.oauth.form.OAuthForm;
import java.time.Duration;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads how the device wants its person to be met. OpenID Connect Core section 3.1.2.1 has these
 * parameters for the authorization endpoint; a device, which has none, sends them here. A hint that
 * cannot be followed is passed over; a demand that cannot be read is refused, because the tokens
 * would not be what the device believes.
 */
final class AuthenticationForm {

  /** A grant carries them all. */
  private static final int MOST_VALUES = 10;

  private static final int LONGEST_HINT = 256;

  /** RFC 5646 section 4.4.1 recommends room for 35 characters. */
  private static final int LONGEST_TAG = 35;

  private static final int LONGEST_ACR = 128;

  private static final Pattern PROVIDER = Pattern.compile("[a-z0-9_-]{1,64}");

  /** Nine digits are 31 years. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

  private AuthenticationForm() {}

  /** Fails with {@code invalid_request}. */
  static AuthenticationRequest of(OAuthForm form) {
    return new AuthenticationRequest(
        uiLocales(form),
        ClaimedText.of(form, "login_hint", LONGEST_HINT),
        form.optional("idp_hint").filter(name -> PROVIDER.matcher(name).matches()).orElse(null),
        acrValues(form),
        maxAge(form).orElse(null));
  }

  private static List<String> uiLocales(OAuthForm form) {
    return form.optional("ui_locales").stream()
        .flatMap(tags -> Arrays.stream(tags.split(" ")))
        .filter(AuthenticationForm::isLanguageTag)
        .distinct()
        .limit(MOST_VALUES)
        .toList();
  }

  private static boolean isLanguageTag(String text) {
    if (text.isEmpty() || text.length() > LONGEST_TAG) {
      return false;
    }
    try {
      return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  private static List<String> acrValues(OAuthForm form) {
    var values =
        form.optional("acr_values")
            .map(
                sent ->
                    SpacedWords.parse(sent)
                        .map(List::copyOf)
                        .orElseThrow(() -> invalid("acr_values has a character out of place")))
            .orElse(List.of());
    if (values.size() > MOST_VALUES
        || values.stream().anyMatch(value -> value.length() > LONGEST_ACR)) {
      throw invalid(
          "acr_values has at most %d values of %d characters".formatted(MOST_VALUES, LONGEST_ACR));
    }
    return values;
  }

  private static Optional<Duration> maxAge(OAuthForm form) {
    return form.optional("max_age")
        .map(
            sent -> {
              if (!SECONDS.matcher(sent).matches()) {
                throw invalid("max_age is a number of seconds");
              }
              return Duration.ofSeconds(Long.parseLong(sent));
            });
  }

  private static OAuthException invalid(String why) {
    return new OAuthException(INVALID_REQUEST, why);
  }
}
