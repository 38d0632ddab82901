/** What can be done to it, and what has to be undone. */
@NullMarked
package dev.latchkey.chaos.fault;

import org.jspecify.annotations.NullMarked;
