/**
 * Tickets: what a signed-in person asks of token-service on a page of verification-ui, handed over
 * once through the shared state (DESIGN section 5). The words; Redis has the memory. Every verb
 * fails with {@link dev.latchkey.grant.GrantStoreException} when Redis does.
 */
@NullMarked
package dev.latchkey.ticket;

import org.jspecify.annotations.NullMarked;
