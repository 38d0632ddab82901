package dev.latchkey.token.keys;

import java.time.Instant;
import java.util.Comparator;

/** What is known of a signing key besides the key itself. */
public record KeyRecord(String kid, Algorithm algorithm, KeyLife life) {

  /** By activation; the ids settle ties, so that all replicas have one order. */
  static final Comparator<KeyRecord> OLDEST_FIRST =
      Comparator.comparing((KeyRecord key) -> key.life().activatesAt())
          .thenComparing(KeyRecord::kid);

  public KeyState state(Instant now) {
    return life.state(now);
  }

  boolean is(Algorithm wanted, KeyState state, Instant now) {
    return algorithm == wanted && state(now) == state;
  }
}
