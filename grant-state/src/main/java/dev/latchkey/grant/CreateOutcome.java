package dev.latchkey.grant;

/** What became of a request for codes. */
public sealed interface CreateOutcome {

  /** The grant is there. The only time that both codes are in one place. */
  record Created(DeviceCode deviceCode, UserCode userCode) implements CreateOutcome {}

  /** Every user code drawn was taken; the format is too short for the codes now live. */
  enum Exhausted implements CreateOutcome {
    NO_FREE_USER_CODE
  }
}
