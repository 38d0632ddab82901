package dev.latchkey.grant;

/** What a page learns when it looks up or opens a grant. */
public sealed interface OpenOutcome {

  /** The grant is pending, and this browser may work on it. */
  record Open(GrantId grant, GrantView view) implements OpenOutcome {}

  /**
   * This browser approved it, and the person has yet to enter a number on the device.
   *
   * @param number what the page shows
   */
  record Confirming(GrantId grant, GrantView view, ConfirmationNumber number)
      implements OpenOutcome {}

  /** There is nothing to decide. */
  enum Closed implements OpenOutcome {
    /** No such code; counts as a guess. */
    UNKNOWN,
    EXPIRED,
    /** Another browser opened it less than two idle minutes ago (RFC 8628 section 5.5). */
    IN_USE,
    /** Somebody approved it. */
    APPROVED,
    /** Somebody denied it. */
    DENIED
  }
}
