/**
 * Traces of requests, off until somebody says where to send them: spans of our own, as what a
 * request holds is secret and what a library would note of it by itself is all of that. A span says
 * which endpoint was asked, what became of it, which grant it was about, and which scripts and
 * statements that took. Nothing a request has sent is in one: no path, query, header, form, key,
 * argument or message of a failure.
 *
 * <p>The span of a request is kept in its Vert.x context, where what is done for it looks for it.
 * Listed in {@code docs/traces.md}.
 */
@NullMarked
package dev.latchkey.oauth.trace;

import org.jspecify.annotations.NullMarked;
