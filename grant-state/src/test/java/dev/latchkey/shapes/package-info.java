/** {@code docs/shapes.md}, for the services whose answers it lists. */
@NullMarked
package dev.latchkey.shapes;

import org.jspecify.annotations.NullMarked;
