package dev.latchkey.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long, with which dice, and with which faults.
 *
 * @param home the folder of the whole project
 * @param minutes 0 for the short form
 * @param seed of the order of faults, of whom they hit, and of what devices and people want
 * @param only what the names of faults hold; empty for all of them
 * @param page the page that the report goes into, from home; empty for none
 */
record Settings(Path home, int minutes, long seed, String only, String page) {

  /** With every build the same, so that a build that fails can be looked at again. */
  private static final long USUAL_SEED = 8628;

  static Settings ofThisRun() {
    var minutes = Integer.parseInt(property("chaos.minutes"));
    var seed = property("chaos.seed");
    return new Settings(
        Path.of(property("latchkey.home")).toAbsolutePath().normalize(),
        minutes,
        !seed.isEmpty()
            ? Long.parseLong(seed)
            : minutes == 0 ? USUAL_SEED : System.nanoTime() % 1_000_000,
        property("chaos.only"),
        property("chaos.page"));
  }

  boolean isShort() {
    return minutes == 0;
  }

  Duration time() {
    return Duration.ofMinutes(minutes);
  }

  /** What brings the same run about again. */
  String command() {
    return "make chaos MINUTES=%d SEED=%d%s"
        .formatted(minutes, seed, only.isEmpty() ? "" : " ONLY='" + only + "'");
  }

  /** Where the report goes. */
  List<Path> pages() {
    return page.isEmpty() ? List.of() : List.of(home.resolve(page));
  }

  @Override
  public String toString() {
    return command();
  }

  private static String property(String name) {
    return Objects.requireNonNullElse(System.getProperty(name), "");
  }
}
