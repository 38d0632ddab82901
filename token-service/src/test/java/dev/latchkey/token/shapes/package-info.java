/** {@code docs/shapes.md} against the answers of the token endpoint. */
@NullMarked
package dev.latchkey.token.shapes;

import org.jspecify.annotations.NullMarked;
