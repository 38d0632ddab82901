package dev.latchkey.token.mint;

import dev.latchkey.grant.Scope;
import dev.latchkey.token.client.Client;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of a client that acts for itself.
 *
 * @param audience the {@code aud}
 * @param dpopThumbprint the key that the access token is bound to, if any
 */
public record ClientSubject(
    Client client, Scope scope, String audience, @Nullable String dpopThumbprint) {}
