/**
 * Linked devices: what somebody approved and what keeps it alive. Owns the tables {@code
 * linked_device} and {@code redemption} (the fence) and the form of refresh tokens, and searches
 * among millions of devices. What becomes of a refresh token that is shown is decided in {@code
 * dev.latchkey.token.refresh}.
 */
@NullMarked
package dev.latchkey.token.device;

import org.jspecify.annotations.NullMarked;
