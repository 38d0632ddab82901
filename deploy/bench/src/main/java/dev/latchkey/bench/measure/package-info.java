/**
 * What is measured and how: each kind of work in turn, round after round, so that a slow minute of
 * the machine falls on all of them; CPU time of the server and its stores around each turn; ratios
 * taken within a round.
 */
@NullMarked
package dev.latchkey.bench.measure;

import org.jspecify.annotations.NullMarked;
