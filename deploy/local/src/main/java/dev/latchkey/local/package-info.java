/**
 * The whole system on one machine: the embedded stores, the three services as processes of their
 * own, and a gateway that puts them on one origin. {@link dev.latchkey.local.Up} is {@code make
 * up}; the end-to-end tests drive {@link dev.latchkey.local.LocalSystem} themselves.
 */
@NullMarked
package dev.latchkey.local;

import org.jspecify.annotations.NullMarked;
