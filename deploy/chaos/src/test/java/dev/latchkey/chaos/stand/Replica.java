package dev.latchkey.chaos.stand;

import dev.latchkey.local.Part;
import dev.latchkey.local.ProcessPart;

/**
 * One process of a service.
 *
 * @param line the line on which the gateway finds it
 */
public record Replica(Part service, ProcessPart process, Line line) {

  /** With SIGKILL; from then on its port refuses connections. */
  public void kill() {
    process.kill();
    line.shut();
  }

  /** Starts it again, and returns when it is ready. */
  public void restart() {
    process.start();
    line.open();
  }
}
