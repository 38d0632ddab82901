/** What holds of the module as a whole. */
@NullMarked
package dev.latchkey;

import org.jspecify.annotations.NullMarked;
