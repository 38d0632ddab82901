/**
 * {@code make bench}: starts the local system beside two baselines, measures what DESIGN section 8
 * sets goals for, and writes docs/performance.md. It asserts nothing: figures depend on the
 * machine, and a build must not fail because of it.
 */
@NullMarked
package dev.latchkey.bench;

import org.jspecify.annotations.NullMarked;
