package dev.latchkey.oauth.token;

/**
 * What an access token must be good for.
 *
 * @param path appended to the issuer it is the audience, for example {@code /userinfo}
 * @param scope a scope token that the access token must have
 */
public record ProtectedResource(String path, String scope) {}
