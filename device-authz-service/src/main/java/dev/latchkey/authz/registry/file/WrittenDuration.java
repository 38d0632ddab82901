package dev.latchkey.authz.registry.file;

import java.time.Duration;

/** A duration as people write it in the file. */
public final class WrittenDuration {

  private WrittenDuration() {}

  /** In the largest unit that leaves nothing over: {@code 90s}, {@code 10m}, {@code 1d}. */
  public static String of(Duration duration) {
    var seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
