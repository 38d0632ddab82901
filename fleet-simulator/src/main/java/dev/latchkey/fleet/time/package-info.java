/**
 * Time inside a run: nanoseconds since it began, and one wheel of alarms for a whole slice of the
 * fleet.
 */
@NullMarked
package dev.latchkey.fleet.time;

import org.jspecify.annotations.NullMarked;
