/**
 * Local accounts and their passwords. Owns the table people.account, and reads the users part of
 * the registry file at start.
 */
@NullMarked
package dev.latchkey.ui.account;

import org.jspecify.annotations.NullMarked;
