package dev.latchkey.fleet.time;

/** Nanoseconds since the run began; every instant of a run is such a number. */
@FunctionalInterface
public interface RunClock {

  long now();

  /** A clock that begins with this call. */
  static RunClock starting() {
    var origin = System.nanoTime();
    return () -> System.nanoTime() - origin;
  }
}
