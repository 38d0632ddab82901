package dev.latchkey.grant;

/** Names one attempt to deliver an approved grant's tokens. Random, not a credential. */
public record ClaimId(String value) {}
