/**
 * A grant's life as values and verbs, free of CDI, HTTP, Redis and clocks. The state machine itself
 * is in the Lua scripts behind these interfaces (see {@code docs/redis-schema.md}); these are its
 * words.
 *
 * <pre>
 *  PENDING --approve--> APPROVED --claim (a poll)--> CLAIMED --complete--> REDEEMED
 *     |  \--deny----> DENIED                          |  |  \--refuse---> DENIED
 *     |                                               |  `--release, or the lease runs out--> APPROVED
 *     `--expires_at passes, from PENDING, CONFIRMING or an unclaimed APPROVED--> EXPIRED
 * </pre>
 *
 * With {@link dev.latchkey.grant.ApprovalPolicy#numberMatching number matching}, an approval counts
 * once the device has brought the number that the page shows; until then its browser may take it
 * back.
 *
 * <pre>
 *  PENDING --approve--> CONFIRMING --the number (a poll)--> CLAIMED
 *                           |  \--deny (the same browser)--> DENIED
 *                           `-----three wrong numbers--> DENIED
 * </pre>
 */
@NullMarked
package dev.latchkey.grant;

import org.jspecify.annotations.NullMarked;
