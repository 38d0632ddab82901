/** Makes the tokens (DESIGN section 4): which claims they have, and their signature. */
@NullMarked
package dev.latchkey.token.mint;

import org.jspecify.annotations.NullMarked;
