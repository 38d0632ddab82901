package dev.latchkey.token.mint;

import dev.latchkey.grant.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Freshly signed tokens; bearer credentials, so they never print themselves.
 *
 * @param lifetime of the access token
 * @param idToken null without {@code openid}
 */
public record MintedTokens(
    String accessToken, TokenType type, Duration lifetime, Scope scope, @Nullable String idToken) {

  @Override
  public String toString() {
    return "MintedTokens[redacted]";
  }
}
