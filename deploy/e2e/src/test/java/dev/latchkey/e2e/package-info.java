/**
 * Tests of the whole system, as a stranger meets it: through the gateway, by OAuth clients that are
 * not ours, and in a real browser. One local system serves a whole run.
 */
@NullMarked
package dev.latchkey.e2e;

import org.jspecify.annotations.NullMarked;
