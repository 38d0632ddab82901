package dev.latchkey.ui.qr;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/** How many QR codes an address gets. */
public interface QrLimit {

  /**
   * Counts a QR code for that address.
   *
   * @return how long to wait; empty if the code may be drawn
   */
  Uni<Optional<Duration>> count(String address);
}
