package dev.latchkey.token.client;

import java.time.Duration;
import java.util.Optional;

/**
 * What a client's registration says of its refresh tokens.
 *
 * @param rotates false for a confidential or DPoP-bound client that keeps one token for good
 * @param idleLifetime unused for this long, a refresh token ends; the installation's if empty
 * @param absoluteLifetime after this long, it ends however much used; the installation's if empty
 */
public record RefreshPolicy(
    boolean rotates, Optional<Duration> idleLifetime, Optional<Duration> absoluteLifetime) {}
