/**
 * A person's own account: who they are here, their password, their passkeys, and the way to end all
 * their sessions. What an account is, is in the account and passkey packages.
 */
@NullMarked
package dev.latchkey.ui.profile;

import org.jspecify.annotations.NullMarked;
