package dev.latchkey.token.refresh;

/** Why a genuine refresh token is refused: for the audit, the device is told the same always. */
enum Refusal {
  /** It is another client's. */
  WRONG_CLIENT,
  /** The device was never given a refresh token. */
  NOT_REFRESHABLE,
  REVOKED,
  /** The request lacks a proof by the key that the token is bound to. */
  KEY,
  IDLE,
  EXPIRED,
  /** The account is stopped or gone. */
  ACCOUNT,
  /** The API is withdrawn, or allows no offline access any more. */
  API,
  /** An upstream provider has not vouched for the account for too long. */
  UPSTREAM,
  REUSE
}
