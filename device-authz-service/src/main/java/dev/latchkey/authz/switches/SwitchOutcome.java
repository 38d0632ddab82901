package dev.latchkey.authz.switches;

/** What became of an administrator's wish. */
public enum SwitchOutcome {
  CHANGED,
  /** It was as wished already. */
  AS_BEFORE,
  /** There is nothing of that name. */
  UNKNOWN
}
