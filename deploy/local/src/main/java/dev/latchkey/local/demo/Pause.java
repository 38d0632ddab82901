package dev.latchkey.local.demo;

import java.time.Duration;
import java.time.Instant;

/** The time, and how to let some of it pass. Tests have a clock of their own. */
interface Pause {

  Instant now();

  void of(Duration duration);

  /** The machine's. */
  static Pause real() {
    return new Pause() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void of(Duration duration) {
        try {
          Thread.sleep(duration);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new DemoFailure("interrupted", e);
        }
      }
    };
  }
}
