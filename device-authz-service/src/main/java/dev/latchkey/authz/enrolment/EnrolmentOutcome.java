package dev.latchkey.authz.enrolment;

/** What became of a device that presented an enrolment token. It is told of {@link #ENROLLED}. */
enum EnrolmentOutcome {
  ENROLLED,
  /** Nobody made such a token. */
  UNKNOWN,
  OTHER_CLIENT,
  /** The device asks for access to another API than the token is for. */
  OTHER_API,
  /** Nothing of what the device asks for is in the token. */
  OTHER_SCOPE,
  AWAITING_APPROVAL,
  REVOKED,
  /** Before its window. */
  EARLY,
  /** After its window. */
  EXPIRED,
  /** All devices that it is for have come. */
  USED_UP
}
