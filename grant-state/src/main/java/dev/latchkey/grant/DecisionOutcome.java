package dev.latchkey.grant;

/** What became of a decision. */
public enum DecisionOutcome {
  /** It stands, by this call or an earlier one of the same browser and the same content. */
  RECORDED,
  /** Somebody approved before; that is final. */
  ALREADY_APPROVED,
  /** Somebody denied before; that is final. */
  ALREADY_DENIED,
  /** Too late: {@code expires_at} has passed. */
  EXPIRED,
  /** Another browser works on this grant, or this one never opened it. */
  IN_USE,
  /** No such grant any more. */
  UNKNOWN
}
