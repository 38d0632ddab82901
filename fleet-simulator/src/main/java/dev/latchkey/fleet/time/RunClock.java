package dev.latchkey.fleet.time;

/** Nanoseconds since the run began; every instant of a run is such a number. */
@FunctionalInterface
public interface RunClock {

  long now();
}
