/**
 * How busy the pods are that answer polls, so that whoever tells devices how often to poll knows.
 * The words; Redis has the memory and the clock. What makes a pod busy, and what follows from it,
 * the services say.
 */
@NullMarked
package dev.latchkey.pressure;

import org.jspecify.annotations.NullMarked;
