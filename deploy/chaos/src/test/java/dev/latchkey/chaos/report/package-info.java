/** The table of a run. */
@NullMarked
package dev.latchkey.chaos.report;

import org.jspecify.annotations.NullMarked;
