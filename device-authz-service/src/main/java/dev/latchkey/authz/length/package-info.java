/**
 * How long user codes are: as long as their client's mask says, and longer while so many are live
 * that a guess would be too good (ADR 0018).
 */
@NullMarked
package dev.latchkey.authz.length;

import org.jspecify.annotations.NullMarked;
