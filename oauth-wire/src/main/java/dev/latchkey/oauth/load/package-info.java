/**
 * What a pod does when more is asked of it than it can do: it sends some away at once, with 503, so
 * that the others are answered in time (ADR 0013). It also knows how near it is to that.
 */
@NullMarked
package dev.latchkey.oauth.load;

import org.jspecify.annotations.NullMarked;
