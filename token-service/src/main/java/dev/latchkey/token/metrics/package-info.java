/**
 * What this service counts, as listed in {@code docs/metrics.md}: polls by what they were told,
 * what became of refresh tokens, revocations, signatures. What all services count is {@code
 * dev.latchkey.oauth.metrics}'s.
 */
@NullMarked
package dev.latchkey.token.metrics;

import org.jspecify.annotations.NullMarked;
