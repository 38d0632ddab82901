/**
 * The end of a process that is told to end (SIGTERM): it is not ready any more, goes on serving for
 * {@code quarkus.shutdown.delay}, and has everybody who is answered look for another one. ADR 0031.
 */
@NullMarked
package dev.latchkey.oauth.departure;

import org.jspecify.annotations.NullMarked;
