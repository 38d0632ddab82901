package dev.latchkey.grant;

import java.time.Duration;

/**
 * The API a grant gives access to, as registered when the grant was created.
 *
 * @param identifier the {@code aud} of access tokens
 * @param name for people
 * @param accessTokenLifetime how long its access tokens are valid
 */
public record ApiAccess(String identifier, String name, Duration accessTokenLifetime) {}
