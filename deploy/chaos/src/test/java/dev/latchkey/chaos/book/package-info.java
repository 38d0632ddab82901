/**
 * What was promised and what came: a grant's account, the balance of all of them, what is allowed
 * to be answered, and how long it took. Plain Java.
 */
@NullMarked
package dev.latchkey.chaos.book;

import org.jspecify.annotations.NullMarked;
