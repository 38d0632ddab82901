package dev.latchkey.chaos.book;

/** How a device's polling ended. */
public enum End {
  /** It still asks. */
  OPEN,
  /** It has tokens. */
  LINKED,
  /** {@code access_denied}. */
  DENIED,
  /** {@code invalid_grant}: redeemed already, or unknown. */
  GONE,
  /** {@code expired_token}. */
  EXPIRED,
  /** The person has left, and the device is still told that nobody has decided. */
  UNDECIDED
}
