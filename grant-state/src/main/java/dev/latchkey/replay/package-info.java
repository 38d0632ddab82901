/**
 * What must not be used twice, or not any more: ids of proofs and assertions, DPoP nonces, revoked
 * access tokens. The words; Redis has the memory. Every verb fails with {@link
 * dev.latchkey.grant.GrantStoreException} when Redis does.
 */
@NullMarked
package dev.latchkey.replay;

import org.jspecify.annotations.NullMarked;
