/**
 * How a request is refused: the codes, the body, and the one mapper that turns exceptions into
 * answers. Every answer of ours is {@code no-store}, refusals included.
 */
@NullMarked
package dev.latchkey.oauth.error;

import org.jspecify.annotations.NullMarked;
