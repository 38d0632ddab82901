/**
 * Browser sessions of the verification pages as values and verbs. They live here because all state
 * in Redis does; only verification-ui uses them.
 */
@NullMarked
package dev.latchkey.session;

import org.jspecify.annotations.NullMarked;
