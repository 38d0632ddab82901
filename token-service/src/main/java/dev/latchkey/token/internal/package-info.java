/**
 * What the other services ask of this one. No route leads here from outside, and what is asked is
 * in a ticket that only they can write (DESIGN section 5).
 */
@NullMarked
package dev.latchkey.token.internal;

import org.jspecify.annotations.NullMarked;
