package dev.latchkey.fleet.device;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The device authorization response (RFC 8628 section 3.2).
 *
 * @param complete the address with the code in it, if the server gives one
 * @param interval zero if the server says zero or less
 */
public record Codes(
    String deviceCode,
    String userCode,
    String address,
    @Nullable String complete,
    Duration lifetime,
    Duration interval)
    implements StartAnswer {

  /** Whether devices may poll without any pause, by the server's own word. */
  public boolean allowNoPause() {
    return interval.isZero();
  }

  @Override
  public String code() {
    return "codes";
  }

  @Override
  public String toString() {
    return "Codes[redacted]";
  }
}
