/** Where something came from, as it is shown to people: a network, and never a whole address. */
@NullMarked
package dev.latchkey.ui.origin;

import org.jspecify.annotations.NullMarked;
