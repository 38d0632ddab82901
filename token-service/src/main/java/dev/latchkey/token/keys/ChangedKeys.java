package dev.latchkey.token.keys;

import java.time.Instant;
import java.util.List;

/**
 * The keys after a change.
 *
 * @param rows every key there is now
 * @param resealed the keys that were sealed under another master key before
 * @param at PostgreSQL's time
 */
record ChangedKeys(
    List<SigningKeyRow> rows, List<KeyChange> changes, List<String> resealed, Instant at) {}
