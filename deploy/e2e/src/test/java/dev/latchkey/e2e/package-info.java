/**
 * Tests of the whole system, as a stranger meets it: through the gateway, by OAuth clients that are
 * not ours, and in a real browser. One local system serves a whole run, and its logs are searched
 * at the end for every secret that passed.
 */
@NullMarked
package dev.latchkey.e2e;

import org.jspecify.annotations.NullMarked;
