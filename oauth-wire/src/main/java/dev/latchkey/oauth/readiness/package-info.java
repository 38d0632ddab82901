/**
 * From when until when a process is one to be asked. It is ready once Redis has let it in, ADR
 * 0029. Told to end (SIGTERM), it is not ready any more, goes on serving for {@code
 * quarkus.shutdown.delay}, and has everybody who is answered look for another one, ADR 0031.
 */
@NullMarked
package dev.latchkey.oauth.readiness;

import org.jspecify.annotations.NullMarked;
