/**
 * How often devices may ask for codes (ADR 0016). The counting is {@code
 * dev.latchkey.oauth.limit}'s.
 */
@NullMarked
package dev.latchkey.authz.limit;

import org.jspecify.annotations.NullMarked;
