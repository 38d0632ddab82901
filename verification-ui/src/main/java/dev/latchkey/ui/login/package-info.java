/**
 * Signing in with a local account, by password or passkey, and out again; and the page that offers
 * all ways. Sessions live in Redis, behind dev.latchkey.session.
 */
@NullMarked
package dev.latchkey.ui.login;

import org.jspecify.annotations.NullMarked;
