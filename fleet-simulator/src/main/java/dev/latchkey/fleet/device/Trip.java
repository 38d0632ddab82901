package dev.latchkey.fleet.device;

/** When a request was sent and answered, in nanoseconds of the run. */
public record Trip(long sent, long answered) {}
