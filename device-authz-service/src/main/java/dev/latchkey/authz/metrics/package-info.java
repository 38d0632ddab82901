/**
 * What this service counts, as listed in {@code docs/metrics.md}: codes that were asked for, and
 * how the registry stands to its file. What all services count is {@code
 * dev.latchkey.oauth.metrics}'s.
 */
@NullMarked
package dev.latchkey.authz.metrics;

import org.jspecify.annotations.NullMarked;
