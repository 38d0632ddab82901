/**
 * A collector of traces for tests: it takes what a service sends by OTLP, and reads it without the
 * library that has written it.
 */
@NullMarked
package dev.latchkey.trace;

import org.jspecify.annotations.NullMarked;
