package dev.latchkey.ui.profile;

/** What a person has just done here, as the page tells after the redirect. */
public enum Outcome {
  NOTHING,
  PASSWORD_CHANGED,
  PASSKEY_ADDED,
  PASSKEY_RENAMED,
  PASSKEY_REMOVED
}
