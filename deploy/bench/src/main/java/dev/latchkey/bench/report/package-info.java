/**
 * docs/performance.md and its pictures, from findings. What was measured is written between markers
 * and replaced each time; all else on the page is written by people and never touched.
 */
@NullMarked
package dev.latchkey.bench.report;

import org.jspecify.annotations.NullMarked;
