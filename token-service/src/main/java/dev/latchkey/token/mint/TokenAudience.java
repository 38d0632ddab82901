package dev.latchkey.token.mint;

import java.time.Duration;

/**
 * The API an access token is for.
 *
 * @param identifier its {@code aud}
 * @param lifetime how long its access tokens are valid
 */
public record TokenAudience(String identifier, Duration lifetime) {}
