package dev.latchkey.fleet.wire;

import java.time.Duration;
import java.util.Optional;

/**
 * What a device sends, and how.
 *
 * @param hold how long the server may hold it; zero: no preference is sent
 * @param forwardedFor the client address to claim
 * @param loss whether the device goes off the net before it has the answer, and when
 * @param bytesPerSecond of the body; 0: at once
 */
public record Request(
    Endpoint endpoint,
    Form form,
    Duration hold,
    Optional<String> forwardedFor,
    Loss loss,
    int bytesPerSecond) {

  /** Where it goes. */
  public enum Endpoint {
    DEVICE,
    TOKEN
  }
}
