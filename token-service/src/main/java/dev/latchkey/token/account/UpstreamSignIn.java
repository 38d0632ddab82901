package dev.latchkey.token.account;

import java.time.Instant;

/**
 * When somebody last signed in at an identity provider, which vouched for them then.
 *
 * @param provider its name in the settings
 */
public record UpstreamSignIn(String provider, Instant at) {}
