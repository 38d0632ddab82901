/**
 * The code, the question whether this is the device in front of the person, and the decision. The
 * grant itself lives in grant-state.
 */
@NullMarked
package dev.latchkey.ui.verify;

import org.jspecify.annotations.NullMarked;
