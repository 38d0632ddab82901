package dev.latchkey.fleet.device;

import java.time.Duration;

/**
 * The server is overloaded, or this client asks too much: 503 or 429 that does not say slow_down.
 *
 * @param code of the body, if it has one
 * @param retryAfter of the header; zero if there is none
 */
public record Later(String code, Duration retryAfter) implements Failure {}
