/**
 * The refresh grant (RFC 6749 section 6) with the rotation of DESIGN section 4: a lost answer or a
 * parallel request must not log a real device out.
 */
@NullMarked
package dev.latchkey.token.refresh;

import org.jspecify.annotations.NullMarked;
