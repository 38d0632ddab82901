/**
 * Accounts: local ones with their passwords, and those that an upstream provider vouches for. Owns
 * the tables people.account and people.upstream_identity, and reads the users part of the registry
 * file at start.
 */
@NullMarked
package dev.latchkey.ui.account;

import org.jspecify.annotations.NullMarked;
