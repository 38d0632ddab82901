/**
 * The adapter: connections, scripts, keys and replies. Nothing here is public; services see the
 * interfaces in {@code dev.latchkey.grant}, {@code dev.latchkey.session}, {@code
 * dev.latchkey.replay}, {@code dev.latchkey.limit}, {@code dev.latchkey.ticket} and {@code
 * dev.latchkey.audit}. The schema is in {@code docs/redis-schema.md}.
 */
@NullMarked
package dev.latchkey.redis;

import org.jspecify.annotations.NullMarked;
