package dev.latchkey.token.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list that was looked through.
 *
 * @param matching those that belong to the list, in its order
 * @param end where it ended; empty if there is nothing behind it
 */
public record DeviceSlice(List<DevicePlace> matching, Optional<DevicePlace> end) {

  public DeviceSlice {
    matching = List.copyOf(matching);
  }

  DeviceSlice followedBy(DeviceSlice next) {
    var both = new ArrayList<>(matching);
    both.addAll(next.matching);
    return new DeviceSlice(both, next.end);
  }
}
