/**
 * What this release shares with the one before it, frozen in {@code releases}: both run at the same
 * time while one replaces the other (ADR 0031). That each one's scripts serve the other's grants is
 * tested in grant-state, on every adapter.
 */
@NullMarked
package dev.latchkey.compatibility;

import org.jspecify.annotations.NullMarked;
