/**
 * How often unknown device codes may be shown, and how often a device may refresh (ADR 0016). The
 * counting is {@code dev.latchkey.oauth.limit}'s. A poll of a grant that exists is never counted
 * here: its pace is in the grant.
 */
@NullMarked
package dev.latchkey.token.limit;

import org.jspecify.annotations.NullMarked;
