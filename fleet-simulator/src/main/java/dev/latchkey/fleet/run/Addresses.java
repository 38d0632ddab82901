package dev.latchkey.fleet.run;

import java.util.Optional;

/** Client addresses to claim: 198.18.0.0/15, which RFC 2544 sets aside for benchmarks. */
final class Addresses {

  private static final int FIRST = (198 << 24) | (18 << 16);

  private Addresses() {}

  /** Of that device, where the fleet has so many different ones; empty if it claims none. */
  static Optional<String> of(int device, int different) {
    if (different == 0) {
      return Optional.empty();
    }
    var address = FIRST + device % different;
    return Optional.of(
        "%d.%d.%d.%d"
            .formatted(
                address >>> 24, (address >>> 16) & 0xff, (address >>> 8) & 0xff, address & 0xff));
  }
}
