package dev.latchkey.live;

import java.time.Duration;

/**
 * User codes that were issued just now.
 *
 * @param lifetime how long each of them can be used
 * @param count how many, at least 1
 */
public record IssuedCodes(CodeSpace space, Duration lifetime, long count) {}
