/**
 * Counts and HdrHistograms, by phase and kind of request. Each ledger belongs to one thread; they
 * are added up at the end.
 */
@NullMarked
package dev.latchkey.fleet.statistics;

import org.jspecify.annotations.NullMarked;
