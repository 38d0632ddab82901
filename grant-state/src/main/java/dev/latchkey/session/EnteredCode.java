package dev.latchkey.session;

import dev.latchkey.grant.UserCode;

/**
 * A user code that a person brought.
 *
 * @param byHand they typed it; otherwise they followed a link that holds it, which anybody may have
 *     sent
 */
public record EnteredCode(UserCode code, boolean byHand) {}
