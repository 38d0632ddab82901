package dev.latchkey.token.device;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list. It may be short, even empty, and another one follow: then what is listed is
 * rare among what had to be looked through.
 *
 * @param end what the next page follows; empty if this is the last one
 */
public record DevicePage(List<DeviceRecord> devices, Optional<DevicePlace> end) {

  public DevicePage {
    devices = List.copyOf(devices);
  }
}
