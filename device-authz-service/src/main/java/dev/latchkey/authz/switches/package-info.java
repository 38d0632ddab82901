/**
 * Who throws kill switches, and the table {@code registry.kill_switch} that they are thrown in: the
 * registry file those that it declares, and administrators others, each in rows of their own. What
 * is off then, each service reads for itself, see {@code dev.latchkey.oauth.switches}.
 */
@NullMarked
package dev.latchkey.authz.switches;

import org.jspecify.annotations.NullMarked;
