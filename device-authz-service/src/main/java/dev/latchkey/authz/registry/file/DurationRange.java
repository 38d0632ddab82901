package dev.latchkey.authz.registry.file;

import java.util.Optional;

/**
 * Which durations a field takes, as they are written in the file.
 *
 * @param otherwise what holds when the field is not there; empty if nothing of this file does
 */
record DurationRange(String least, String most, Optional<String> otherwise) {

  static DurationRange of(String least, String most) {
    return new DurationRange(least, most, Optional.empty());
  }

  DurationRange otherwise(String duration) {
    return new DurationRange(least, most, Optional.of(duration));
  }
}
