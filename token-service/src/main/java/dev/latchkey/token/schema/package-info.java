/** The tables of the schema {@code issued}, before anything asks for them. */
@NullMarked
package dev.latchkey.token.schema;

import org.jspecify.annotations.NullMarked;
