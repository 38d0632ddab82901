package dev.latchkey.authz.enrolment;

/** What became of an administrator's approval of an enrolment token. */
public sealed interface EnrolmentApproval {

  /** It is active, by this approval or since before. */
  record Approved(EnrolmentToken token) implements EnrolmentApproval {}

  /** Nothing was changed. */
  enum Refused implements EnrolmentApproval {
    /** There is no such token. */
    UNKNOWN,
    /** Who created it cannot be the second to look at it. */
    OWN,
    REVOKED
  }
}
