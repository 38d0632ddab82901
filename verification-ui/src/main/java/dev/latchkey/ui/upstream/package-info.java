/**
 * Signing in at an upstream OpenID provider by the code flow of quarkus-oidc, and being told by it
 * that a session has ended. Accounts are linked in dev.latchkey.ui.account; the session that a
 * sign-in leads to is ours like any other, and nothing of quarkus-oidc's outlives the callback.
 */
@NullMarked
package dev.latchkey.ui.upstream;

import org.jspecify.annotations.NullMarked;
