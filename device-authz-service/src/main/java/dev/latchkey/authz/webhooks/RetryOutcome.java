package dev.latchkey.authz.webhooks;

/** What became of the wish to have dead letters sent again. */
public sealed interface RetryOutcome {

  /** So many wait again, and are sent at once. */
  record Retried(int letters) implements RetryOutcome {}

  /** Nothing has changed. */
  enum Refused implements RetryOutcome {
    /** There is no such webhook. */
    UNKNOWN,
    /** It is stopped: they would wait for nothing. */
    STOPPED
  }
}
