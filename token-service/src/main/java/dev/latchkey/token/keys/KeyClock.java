package dev.latchkey.token.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * The time by which states of keys are read: PostgreSQL's, by which they were written, as far as
 * this replica knows it. A clock of ours that is behind would keep a key from signing that is the
 * only one.
 */
@ApplicationScoped
public class KeyClock {

  private volatile Duration ahead = Duration.ZERO;

  public Instant now() {
    return Instant.now().plus(ahead);
  }

  /** Learns what PostgreSQL's time was just now. */
  void set(Instant database) {
    ahead = Duration.between(Instant.now(), database);
  }
}
