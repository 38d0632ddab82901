package dev.latchkey.ui.devices;

import dev.latchkey.ui.consent.ScopeGroup;
import java.util.List;

/**
 * All that a person gets to see of a device.
 *
 * @param access what it may do, in words
 */
record DeviceDetails(MyDevice device, List<ScopeGroup> access) {

  DeviceDetails {
    access = List.copyOf(access);
  }
}
