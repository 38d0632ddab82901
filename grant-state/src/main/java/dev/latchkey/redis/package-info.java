/**
 * The adapter: connections, scripts, keys and replies. Nothing here is public; services see the
 * interfaces in the packages beside it. Who we are for Redis is in {@code
 * dev.latchkey.credentials}, which only this package uses. The schema is in {@code
 * docs/redis-schema.md}.
 */
@NullMarked
package dev.latchkey.redis;

import org.jspecify.annotations.NullMarked;
