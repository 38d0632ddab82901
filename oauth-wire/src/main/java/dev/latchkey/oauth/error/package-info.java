/**
 * How a request is refused: the codes, the body, and the mapper of the exceptions that all services
 * know; those of protected resources and of administration are mapped in their packages. An answer
 * that does not say how long it may be kept is {@code no-store}, and every refusal is.
 */
@NullMarked
package dev.latchkey.oauth.error;

import org.jspecify.annotations.NullMarked;
