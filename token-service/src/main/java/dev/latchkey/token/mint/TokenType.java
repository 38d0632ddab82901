package dev.latchkey.token.mint;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** How an access token is to be used. */
@RegisterForReflection
public enum TokenType {
  /** RFC 6750. */
  BEARER("Bearer"),
  /** With a proof by the key that it is bound to (RFC 9449 section 5). */
  DPOP("DPoP");

  private final String wire;

  TokenType(String wire) {
    this.wire = wire;
  }

  static TokenType of(@Nullable String dpopThumbprint) {
    return dpopThumbprint == null ? BEARER : DPOP;
  }

  /** The value of {@code token_type}. */
  @JsonValue
  public String wire() {
    return wire;
  }
}
