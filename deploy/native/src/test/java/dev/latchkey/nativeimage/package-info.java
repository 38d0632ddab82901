/**
 * Reads what a native image of each service would be made of, and compares it with what the code
 * looks for: what an image does not know by name is not in it, and is missed when somebody needs
 * it.
 */
@NullMarked
package dev.latchkey.nativeimage;

import org.jspecify.annotations.NullMarked;
