package dev.latchkey.token.keys;

import java.security.PublicKey;

/** What a verifier may know of a signing key. */
public record PublishedKey(KeyRecord record, PublicKey publicKey) {}
