package dev.latchkey.fleet.run;

import dev.latchkey.fleet.device.Device;
import dev.latchkey.fleet.device.Habits;
import dev.latchkey.fleet.scenario.Quirks;
import dev.latchkey.fleet.wire.ProofKey;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A place in the fleet: it outlives the state of the device that stands there. */
final class VirtualDevice {

  private final Optional<String> address;
  private final Quirks quirks;
  private final Habits habits;
  private final RandomGenerator random;
  private Device device;
  private Optional<ProofKey> proofKey = Optional.empty();
  private Handover handover = new Handover();

  VirtualDevice(Optional<String> address, Quirks quirks, Habits habits, RandomGenerator random) {
    this.address = address;
    this.quirks = quirks;
    this.habits = habits;
    this.random = random;
    this.device = new Device(habits);
  }

  Device device() {
    return device;
  }

  Optional<String> address() {
    return address;
  }

  Quirks quirks() {
    return quirks;
  }

  /** All that is left to chance here, and nowhere else: no other device's answer changes it. */
  RandomGenerator random() {
    return random;
  }

  /** A time within that span. */
  long soon(long from, long span) {
    return from + (long) (random.nextDouble() * span);
  }

  Optional<ProofKey> proofKey() {
    return proofKey;
  }

  void use(Optional<ProofKey> key) {
    proofKey = key;
  }

  /** Of the grant that the device has now. */
  Handover handover() {
    return handover;
  }

  Handover beginGrant() {
    handover = new Handover();
    return handover;
  }

  /** A device that knows nothing; answers to the old one go nowhere. */
  void forget() {
    device = new Device(habits);
    proofKey = Optional.empty();
  }
}
