package dev.latchkey.token.refresh;

import dev.latchkey.token.mint.MintedTokens;
import org.jspecify.annotations.Nullable;

/**
 * A device's next tokens.
 *
 * @param refreshToken null if the device keeps the one it has
 */
public record Refreshed(MintedTokens tokens, @Nullable String refreshToken) {

  @Override
  public String toString() {
    return "Refreshed[redacted]";
  }
}
