/**
 * How many user codes are live, so that nobody's guess is likely to be one. The words; Redis has
 * the memory and the clock. What follows from too many, the services say.
 */
@NullMarked
package dev.latchkey.live;

import org.jspecify.annotations.NullMarked;
