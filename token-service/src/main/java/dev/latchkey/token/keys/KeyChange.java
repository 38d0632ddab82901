package dev.latchkey.token.keys;

import java.time.Instant;

/** One step in the life of a key. */
sealed interface KeyChange {

  String kid();

  /** Make a key; it is published from now on. */
  record Create(String kid, Algorithm algorithm, Instant activatesAt) implements KeyChange {}

  /** Let a pending key sign before its time. */
  record Activate(String kid, Instant at) implements KeyChange {}

  /** Plan a key's end. */
  record Retire(String kid, Instant at, Instant goneAt) implements KeyChange {}

  /** Take a planned end back. */
  record Keep(String kid) implements KeyChange {}

  /** Forget a key. */
  record Delete(String kid) implements KeyChange {}
}
