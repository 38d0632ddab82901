package dev.latchkey.ui.devices;

import java.util.List;

/**
 * Some of a person's devices.
 *
 * @param number from 1
 * @param more whether there is a page after this one
 */
record PageOfDevices(List<MyDevice> devices, int number, boolean more) {

  PageOfDevices {
    devices = List.copyOf(devices);
  }
}
