package dev.latchkey.token.keys;

/** Where a signing key is in its life. */
public enum KeyState {
  /** Published, so that verifiers have it before it signs. */
  PENDING,
  /** Signs, unless a newer active key of its algorithm does. */
  ACTIVE,
  /** Signs no more; published until the last token signed with it has died. */
  RETIRING,
  /** Not published: what it signed does not verify. */
  GONE
}
