/**
 * What the pages count, as listed in {@code docs/metrics.md}: codes, decisions, sign-ins. What all
 * services count is {@code dev.latchkey.oauth.metrics}'s.
 */
@NullMarked
package dev.latchkey.ui.metrics;

import org.jspecify.annotations.NullMarked;
