package dev.latchkey.fleet.device;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The device authorization response (RFC 8628 section 3.2).
 *
 * @param complete the address with the code in it, if the server gives one
 */
public record Codes(
    String deviceCode,
    String userCode,
    String address,
    @Nullable String complete,
    Duration lifetime,
    Duration interval)
    implements StartAnswer {

  @Override
  public String code() {
    return "codes";
  }

  @Override
  public String toString() {
    return "Codes[redacted]";
  }
}
