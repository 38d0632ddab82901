package dev.latchkey.grant;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the device wants its person to be met and to sign in (OpenID Connect Core section 3.1.2.1).
 * Wishes of whoever holds the device, not verified: pages follow them where they may.
 *
 * @param uiLocales languages for pages and sentences, the preferred one first (BCP 47)
 * @param loginHint who will probably sign in
 * @param idpHint the upstream provider to go to, by its name in the settings
 * @param acrValues authentication contexts that would do, the preferred one first
 * @param maxAge a sign-in that is older does not count; null if any does
 */
public record AuthenticationRequest(
    List<String> uiLocales,
    @Nullable String loginHint,
    @Nullable String idpHint,
    List<String> acrValues,
    @Nullable Duration maxAge) {

  public static final AuthenticationRequest NONE =
      new AuthenticationRequest(List.of(), null, null, List.of(), null);

  public AuthenticationRequest {
    uiLocales = List.copyOf(uiLocales);
    acrValues = List.copyOf(acrValues);
  }
}
