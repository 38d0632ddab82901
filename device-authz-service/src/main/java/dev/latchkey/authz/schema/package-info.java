/** The tables of the schema {@code registry}, before anything asks for them. */
@NullMarked
package dev.latchkey.authz.schema;

import org.jspecify.annotations.NullMarked;
