package dev.latchkey.grant;

/** Names one attempt to deliver an approved grant's tokens. Unique, not a credential. */
public record ClaimId(String value) {}
