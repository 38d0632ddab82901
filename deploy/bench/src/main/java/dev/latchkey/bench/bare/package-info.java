/**
 * The token endpoint as little as Vert.x can do: a form in, one EVALSHA, a constant answer. The
 * cost goals of DESIGN section 8 are multiples of what it costs. It is no OAuth server and no part
 * of the product.
 */
@NullMarked
package dev.latchkey.bench.bare;

import org.jspecify.annotations.NullMarked;
