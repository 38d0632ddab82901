/**
 * Signing in with a local account, and out again. Sessions live in Redis, behind
 * dev.latchkey.session.
 */
@NullMarked
package dev.latchkey.ui.login;

import org.jspecify.annotations.NullMarked;
