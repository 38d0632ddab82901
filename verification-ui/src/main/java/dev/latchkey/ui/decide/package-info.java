/**
 * How a person comes to a decision on one grant, and what follows from it: which page is next, how
 * far a session has come, the decision itself. The grant's own states live in grant-state; what was
 * agreed to before is in dev.latchkey.ui.consent.
 */
@NullMarked
package dev.latchkey.ui.decide;

import org.jspecify.annotations.NullMarked;
