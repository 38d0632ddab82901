package dev.latchkey.fleet.scenario;

import java.time.Duration;

/** A part of the run that reports keep apart, from its beginning to the next one's. */
public record Phase(String name, Duration from) {}
