package dev.latchkey.fleet.time;

/** The clock of a run: stands at zero while the fleet is put together, until the run begins. */
public final class Stopwatch implements RunClock {

  private long origin;
  private volatile boolean running;

  /** Starts it; to be called once. */
  public void begin() {
    origin = System.nanoTime();
    running = true;
  }

  @Override
  public long now() {
    return running ? System.nanoTime() - origin : 0;
  }
}
