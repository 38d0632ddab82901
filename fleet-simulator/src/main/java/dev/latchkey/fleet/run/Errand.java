package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Device;
import dev.latchkey.fleet.statistics.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A request that is due: from here its latency counts, whether a connection is free or not.
 *
 * @param device the state that asks; a device that forgot it since has no use for the answer
 * @param refreshToken of a refresh beside the device's own, which changes nothing in it; else null
 */
record Errand(
    VirtualDevice place, Device device, Kind kind, long intended, @Nullable String refreshToken) {

  /** What the device does by itself. */
  Errand(VirtualDevice place, Kind kind, long intended) {
    this(place, place.device(), kind, intended, null);
  }

  boolean isExtra() {
    return refreshToken != null;
  }

  boolean isStale() {
    return device != place.device();
  }

  boolean mayBeHeld() {
    return kind == Kind.POLL && !place.quirks().hold().isZero();
  }

  @Override
  public String toString() {
    return "Errand[" + kind + "]";
  }
}
