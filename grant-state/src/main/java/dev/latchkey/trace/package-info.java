/**
 * What the shared state has to tell to whoever traces requests: which calls to Redis they make, by
 * name and never by key or argument. The tracing is oauth-wire's; a service that does not trace
 * hears nothing.
 */
@NullMarked
package dev.latchkey.trace;

import org.jspecify.annotations.NullMarked;
