package dev.latchkey.token.endpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.token.mint.MintedTokens;
import dev.latchkey.token.mint.TokenType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The answer with tokens (RFC 6749 section 5.1).
 *
 * @param expiresIn the access token's lifetime in seconds
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenBody(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") TokenType tokenType,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("scope") String scope,
    @JsonProperty("refresh_token") @Nullable String refreshToken,
    @JsonProperty("id_token") @Nullable String idToken) {

  static TokenBody of(MintedTokens tokens, @Nullable String refreshToken) {
    return new TokenBody(
        tokens.accessToken(),
        tokens.type(),
        tokens.lifetime().toSeconds(),
        tokens.scope().toString(),
        refreshToken,
        tokens.idToken());
  }

  @Override
  public String toString() {
    return "TokenBody[redacted]";
  }
}
