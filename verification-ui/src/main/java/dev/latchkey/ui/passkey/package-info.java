/**
 * Passkeys (W3C WebAuthn Level 3): adding one to an account, and signing in with one alone. The
 * pages are in the profile and login packages; open challenges are in Redis, behind
 * dev.latchkey.session.
 */
@NullMarked
package dev.latchkey.ui.passkey;

import org.jspecify.annotations.NullMarked;
