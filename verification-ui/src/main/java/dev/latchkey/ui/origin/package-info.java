/** How the place that something came from is shown to people: a network, never an address. */
@NullMarked
package dev.latchkey.ui.origin;

import org.jspecify.annotations.NullMarked;
