/**
 * Drives a fleet: slices of it, each on an event loop of its own with its own wheel, connections
 * and ledger; the people beside them; and the second by second account of it all.
 */
@NullMarked
package dev.latchkey.fleet.run;

import org.jspecify.annotations.NullMarked;
