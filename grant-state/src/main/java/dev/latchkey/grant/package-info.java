/**
 * A grant's life as values and verbs, free of CDI, HTTP, Redis and clocks. The state machine itself
 * is in the Lua scripts behind these interfaces (see {@code docs/redis-schema.md}); these are its
 * words.
 *
 * <pre>
 *  PENDING --approve--> APPROVED --claim (a poll)--> CLAIMED --complete--> REDEEMED
 *     |  \--deny----> DENIED                          |  |  \--refuse---> DENIED
 *     |                                               |  `--release, or the lease runs out--> APPROVED
 *     `--expires_at passes, from PENDING or an unclaimed APPROVED--> EXPIRED
 * </pre>
 */
@NullMarked
package dev.latchkey.grant;

import org.jspecify.annotations.NullMarked;
