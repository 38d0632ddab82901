package dev.latchkey.trace;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A caller that traces what it does, and says so with its request (W3C Trace Context, section 3.2).
 *
 * @param id of the trace
 * @param span that the request belongs to
 */
public record CallingTrace(String id, String span, boolean sampled) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one, which is sampled. */
  public static CallingTrace begin() {
    return new CallingTrace(hex(16), hex(8), true);
  }

  /** A new one that its caller does not sample. */
  public static CallingTrace unsampled() {
    return new CallingTrace(hex(16), hex(8), false);
  }

  /** The value of {@code traceparent}. */
  public String header() {
    return "00-" + id + "-" + span + (sampled ? "-01" : "-00");
  }

  private static String hex(int length) {
    var bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
