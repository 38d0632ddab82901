/**
 * Endpoints that take a form, as routes of the HTTP server: past the framework's dispatch, filters
 * and injection, which cost more than the rest of a poll (docs/performance.md). What a request may
 * be and how failures are answered is the same as at resources: {@code dev.latchkey.oauth.form},
 * {@code error} and {@code cors} decide it for both.
 */
@NullMarked
package dev.latchkey.oauth.route;

import org.jspecify.annotations.NullMarked;
