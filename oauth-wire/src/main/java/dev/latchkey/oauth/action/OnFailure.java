package dev.latchkey.oauth.action;

/** What holds while a hook does not answer, or not in a way that is understood. */
public enum OnFailure {
  /** All goes on as if there were no hook. */
  FAIL_OPEN,
  /** Nothing is decided: whoever waits for it is answered 503, and comes again. */
  FAIL_CLOSED
}
