package dev.latchkey.token.device;

/** Whether a device that somebody approved is linked still. */
public enum DeviceState {
  LINKED,
  /** For good; {@link Revocation} is why. */
  REVOKED
}
