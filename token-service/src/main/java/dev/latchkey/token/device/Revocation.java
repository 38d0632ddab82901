package dev.latchkey.token.device;

/** Why a linked device is revoked; all of it is one thing, and final. */
public enum Revocation {
  /** A refresh token was used that had been replaced: two hold the family. */
  REUSE,
  /** The client gave its refresh token back (RFC 7009). */
  CLIENT,
  /** Its person unlinked it on the page. */
  PERSON,
  /** Its person says that they never linked it. */
  DISOWNED,
  /** Whoever administers unlinked it. */
  ADMINISTRATOR
}
