/**
 * The way of audit events from the service where something happened to the one that keeps them, by
 * a stream in Redis. The words; which events there are, the services say.
 */
@NullMarked
package dev.latchkey.audit;

import org.jspecify.annotations.NullMarked;
