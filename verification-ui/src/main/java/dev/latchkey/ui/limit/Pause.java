package dev.latchkey.ui.limit;

/** Why somebody has to wait; the words are in messages/limit_*.properties. */
public enum Pause {
  CODES,
  SIGN_IN_FIRST,
  PASSWORDS,
  REQUESTS
}
