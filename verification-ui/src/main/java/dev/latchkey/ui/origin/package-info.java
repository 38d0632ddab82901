/**
 * Where something came from: how an address is read, and how it is shown to people, as a network
 * and never whole.
 */
@NullMarked
package dev.latchkey.ui.origin;

import org.jspecify.annotations.NullMarked;
