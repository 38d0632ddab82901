package dev.latchkey.ticket;

import java.util.Optional;
import java.util.UUID;

/** What a person can do with linked devices. */
public sealed interface DeviceAction {

  /**
   * Calls a device by another name.
   *
   * @param name empty to call it again as it calls itself
   */
  record Rename(UUID device, Optional<DeviceName> name) implements DeviceAction {}

  /** Unlinks a device. */
  record Unlink(UUID device) implements DeviceAction {}

  /** Unlinks a device that the person says they never linked; the operator gets to know. */
  record Disown(UUID device) implements DeviceAction {}

  /** Unlinks all devices of the account. */
  record UnlinkAll() implements DeviceAction {}
}
