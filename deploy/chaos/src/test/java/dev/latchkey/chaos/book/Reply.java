package dev.latchkey.chaos.book;

/**
 * An answer as it came.
 *
 * @param json whether the body is a JSON object, as it says
 * @param error its {@code error}; empty if there is none
 * @param description its {@code error_description}; empty if there is none
 * @param retryAfter whether it says when to come again
 * @param stored whether it may be stored by whoever passes it on
 */
public record Reply(
    int status,
    boolean json,
    String error,
    String description,
    boolean retryAfter,
    boolean stored) {}
