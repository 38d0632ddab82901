package dev.latchkey.grant;

/**
 * Names the browser that works on a grant. Random, and unlike the session's id it survives a
 * sign-in, so that the grant a person opened stays theirs (RFC 8628 section 5.5).
 */
public record BrowserId(String value) {}
