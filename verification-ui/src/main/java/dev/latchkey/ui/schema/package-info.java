/** The tables of the schema {@code people}, before anything asks for them. */
@NullMarked
package dev.latchkey.ui.schema;

import org.jspecify.annotations.NullMarked;
