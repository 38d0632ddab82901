package dev.latchkey.authz.enrolment;

/** What administrators have made of an enrolment token; see the package's diagram. */
public enum EnrolmentState {
  /** Of no use until another administrator approves it. */
  AWAITING_APPROVAL,
  ACTIVE,
  /** For good. */
  REVOKED
}
