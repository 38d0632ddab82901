/**
 * Signing keys: made once for all replicas, kept in PostgreSQL sealed under the master key,
 * published as a JWK Set (RFC 7517). Their life, by the times in the row alone:
 *
 * <pre>
 * PENDING --activates_at--> ACTIVE --retires_at--> RETIRING --gone_at--> GONE, and deleted
 * published, does not sign   signs                  published, does not sign
 * </pre>
 *
 * <p>Which step is due is a pure function ({@link dev.latchkey.token.keys.KeyRules}), applied by
 * one replica at a time under a lock and by PostgreSQL's clock. Replicas read states by their own
 * clocks: the margins of {@link dev.latchkey.token.keys.SigningConfig} are larger than clocks
 * differ.
 */
@NullMarked
package dev.latchkey.token.keys;

import org.jspecify.annotations.NullMarked;
