package dev.latchkey.grant;

/** The shape of a client's error answers; never what is allowed (DESIGN section 3). */
public enum ErrorProfile {
  /** The statuses of RFC 8628 and RFC 6749: 400 for each refusal of a poll. */
  RFC8628,
  /** The statuses that clients of Auth0 expect: 403, 429, and {@code expired_token} once. */
  AUTH0
}
