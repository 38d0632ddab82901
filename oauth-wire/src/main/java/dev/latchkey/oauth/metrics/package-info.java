/**
 * What all services count alike, and with what. How busy a pod is, {@code dev.latchkey.oauth.load}
 * tells, and which errors it answers, {@code dev.latchkey.oauth.error}; what one service alone
 * knows is in its own package of this name. All is listed in {@code docs/metrics.md}, with what to
 * do about it; no value of a tag is an address, a person or a code.
 */
@NullMarked
package dev.latchkey.oauth.metrics;

import org.jspecify.annotations.NullMarked;
