package dev.latchkey.authz.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client's registration says of its tokens; token-service acts on it.
 *
 * @param requiresDpop whether tokens are bound to a DPoP key or not given at all (RFC 9449 section
 *     5.2)
 * @param rotatesRefreshTokens false for a confidential or DPoP-bound client that keeps one for good
 * @param refreshIdleLifetime unused for this long, a refresh token ends; the installation's if
 *     empty
 * @param refreshAbsoluteLifetime after this long, it ends however much used; the installation's if
 *     empty
 * @param idTokenAlgorithm a JWS algorithm (RFC 7518 section 3.1); the server's default if empty
 */
public record TokenRules(
    boolean requiresDpop,
    boolean rotatesRefreshTokens,
    Optional<Duration> refreshIdleLifetime,
    Optional<Duration> refreshAbsoluteLifetime,
    Optional<String> idTokenAlgorithm) {

  public static final TokenRules DEFAULT =
      new TokenRules(false, true, Optional.empty(), Optional.empty(), Optional.empty());
}
