/**
 * Signing keys: made once for all replicas, kept in PostgreSQL sealed under the master key,
 * published as a JWK Set (RFC 7517).
 */
@NullMarked
package dev.latchkey.token.keys;

import org.jspecify.annotations.NullMarked;
