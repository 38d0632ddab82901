package dev.latchkey.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as noted down: the kernel gives a pid out again, so the moment it started belongs to
 * its name.
 */
record ProcessMark(long pid, Instant started, String part) {

  /** Two readings of one start can differ: the kernel counts ticks from a boot time in seconds. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static ProcessMark of(String part, ProcessHandle process) {
    return new ProcessMark(
        process.pid(), process.info().startInstant().orElse(Instant.EPOCH), part);
  }

  /** The process, if it is still that one. */
  Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid)
        .filter(Ending::isRunning)
        .filter(process -> process.info().startInstant().filter(this::isStart).isPresent());
  }

  private boolean isStart(Instant instant) {
    return Duration.between(started, instant).abs().compareTo(TOLERANCE) <= 0;
  }

  /** Empty for a line that was not written to its end. */
  static Optional<ProcessMark> parse(String line) {
    var field = line.split(" ", 3);
    try {
      return field.length < 3
          ? Optional.empty()
          : Optional.of(
              new ProcessMark(
                  Long.parseLong(field[0]),
                  Instant.ofEpochMilli(Long.parseLong(field[1])),
                  field[2]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  String line() {
    return pid + " " + started.toEpochMilli() + " " + part;
  }
}
