/**
 * Limits on requests that anybody can send, for the endpoints of devices: how a limit is written,
 * what of an address is counted, and {@link dev.latchkey.oauth.limit.RequestLimit}, which asks
 * Redis only about those who come often (ADR 0016). What is counted, and how many are too many, its
 * users say; the windows and the clock are in {@code dev.latchkey.limit}.
 */
@NullMarked
package dev.latchkey.oauth.limit;

import org.jspecify.annotations.NullMarked;
