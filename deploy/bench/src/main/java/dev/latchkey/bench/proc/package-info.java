/**
 * What Linux says about processes and the machine, from {@code /proc}: CPU time, memory, and what
 * the figures were measured on.
 */
@NullMarked
package dev.latchkey.bench.proc;

import org.jspecify.annotations.NullMarked;
