package dev.latchkey.fleet.device;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token response (RFC 6749 section 5.1).
 *
 * @param refreshToken null if there is none, or after a refresh if it stays the same
 * @param lifetime of the access token; zero if the server does not say
 */
public record Tokens(@Nullable String refreshToken, Duration lifetime) implements RefreshAnswer {

  @Override
  public String code() {
    return "tokens";
  }

  @Override
  public String toString() {
    return "Tokens[redacted]";
  }
}
