package dev.latchkey.ui.passkey;

/** What a person is told when a passkey did not do. */
public enum PasskeyProblem {
  /** Nothing went wrong. */
  NONE,
  /** We do not know it, or do not take what it signed; the person is not told which. */
  REFUSED,
  /** The page was open for too long, or was used before. */
  OVER,
  /** The account has one of this authenticator. */
  ALREADY_THERE,
  /** The account has as many as we keep. */
  TOO_MANY,
  /** The account has no such passkey (any more): it was removed in another window. */
  GONE
}
