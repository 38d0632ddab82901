/**
 * This service's view of accounts, which verification-ui owns: whether an account may still have
 * tokens, and what userinfo says of it. Read-only.
 */
@NullMarked
package dev.latchkey.token.account;

import org.jspecify.annotations.NullMarked;
