package dev.latchkey.token.refresh;

import dev.latchkey.token.mint.MintedTokens;

/** A device's next tokens. */
public record Refreshed(MintedTokens tokens, String refreshToken) {

  @Override
  public String toString() {
    return "Refreshed[redacted]";
  }
}
