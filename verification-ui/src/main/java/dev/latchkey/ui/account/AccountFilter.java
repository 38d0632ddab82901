package dev.latchkey.ui.account;

import java.util.Optional;
import java.util.UUID;

/**
 * Which accounts are asked for: those to which all of it applies, in the order of their ids.
 *
 * @param username compares without case, as at sign-in
 * @param email compares without case
 * @param after the account that they follow; empty to begin with the first
 * @param most how many at most
 */
public record AccountFilter(
    Optional<String> username,
    Optional<String> email,
    Optional<AccountState> state,
    Optional<UUID> after,
    int most) {}
