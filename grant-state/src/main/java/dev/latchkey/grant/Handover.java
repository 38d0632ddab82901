package dev.latchkey.grant;

import org.jspecify.annotations.Nullable;

/**
 * The answer of a redemption, kept for 30 s in case it is lost on its way (DESIGN section 2).
 *
 * @param sealed the answer, encrypted under a key that only the device code yields
 * @param dpopThumbprint the key that signed the poll which is answered, if one did: whoever asks
 *     again must show it
 */
public record Handover(String sealed, @Nullable String dpopThumbprint) {

  @Override
  public String toString() {
    return "Handover[redacted]";
  }
}
