/**
 * Who we are for Redis: from the settings, from files that something beside us renews, or from a
 * provider that was built in. The adapter in {@code dev.latchkey.redis} asks at each connect, and
 * is told when there are others.
 */
@NullMarked
package dev.latchkey.credentials;

import org.jspecify.annotations.NullMarked;
