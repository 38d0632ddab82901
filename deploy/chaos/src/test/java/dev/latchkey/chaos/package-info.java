/**
 * The failure tests: real processes are killed, frozen and cut off under a steady load of virtual
 * devices, and at the end the books must balance.
 */
@NullMarked
package dev.latchkey.chaos;

import org.jspecify.annotations.NullMarked;
