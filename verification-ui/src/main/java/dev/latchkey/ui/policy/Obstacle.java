package dev.latchkey.ui.policy;

/**
 * What keeps a person from approving a grant. It stays pending and its code usable: the obstacle
 * may be gone in a minute, and another person or place may have none.
 */
public enum Obstacle {
  /** The browser is not in any of the networks that the client's registration lists. */
  NETWORK,
  /** Browser and device are not in the same network, or cannot be shown to be. */
  OTHER_NETWORK,
  /** The person is in none of the groups that the client's registration lists. */
  GROUP,
  /** The client or its API was stopped since the device asked. */
  STOPPED,
  /** An operator has switched off the client, what it asks for, or the whole service, for now. */
  SWITCHED_OFF,
  /** A hook of the operator does not allow it; it is asked when the person approves. */
  POLICY
}
