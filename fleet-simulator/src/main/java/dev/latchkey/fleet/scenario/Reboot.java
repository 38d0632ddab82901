package dev.latchkey.fleet.scenario;

import java.time.Duration;

/** Devices lose their state at a time of the run and start again, spread over a span. */
public record Reboot(Duration at, Duration within) {}
