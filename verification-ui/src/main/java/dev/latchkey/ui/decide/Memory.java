package dev.latchkey.ui.decide;

/** What an approval changes in what is remembered of the person's consent. */
public enum Memory {
  /** Nothing: the person was not asked. */
  AS_BEFORE,
  /** The same is not asked again. */
  REMEMBER,
  /** The person wants to be asked each time. */
  FORGET
}
