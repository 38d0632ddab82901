package dev.latchkey.session;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The session at an upstream OpenID provider that a person signed in with.
 *
 * @param provider the provider's name in the settings
 * @param issuer the {@code iss} of its ID token
 * @param subject the {@code sub} of its ID token
 * @param sid the {@code sid} of its ID token (OpenID Connect Back-Channel Logout section 2.1), if
 *     it has one
 * @param groups the groups that it says the person is in
 */
public record UpstreamSession(
    String provider, String issuer, String subject, @Nullable String sid, Set<String> groups) {

  public UpstreamSession {
    groups = Set.copyOf(groups);
  }
}
