package dev.latchkey.authz.registry;

import java.util.Optional;

/**
 * Which entries of the registry are asked for, in the order of what names them.
 *
 * @param enabled only those that are in use, or only those that are not; empty for both
 * @param declared only those that the file declares, or only the others; empty for both
 * @param after the entry that they follow; empty to begin with the first
 * @param most how many at most
 */
public record EntryFilter(
    Optional<Boolean> enabled, Optional<Boolean> declared, Optional<String> after, int most) {}
