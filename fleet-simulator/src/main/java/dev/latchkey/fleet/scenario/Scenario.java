package dev.latchkey.fleet.scenario;

import java.util.Map;

/** What can happen to a fleet: each is a set of defaults for the options, and nothing else. */
public enum Scenario {
  STEADY(
      "steady",
      "Devices arrive at a steady rate and stay; one that is done starts again.",
      Map.of("--come-back", "true")),
  BURST(
      "burst",
      "The power comes back: every device starts within the same moment.",
      Map.of("--within", "0s", "--at", "0s")),
  REBOOT(
      "reboot",
      "A storm: pending devices lose what they know at once, and start again.",
      Map.of("--reboot", "true", "--at", "20s", "--within", "2s")),
  NAT(
      "nat",
      "All devices behind one address, as in a hotel (X-Forwarded-For, see --addresses).",
      Map.of("--come-back", "true", "--addresses", "1")),
  CLOCK(
      "clock",
      "Timers that run a fifth too fast: every poll is early.",
      Map.of("--come-back", "true", "--clock-error", "20")),
  LOST(
      "lost",
      "Answers get lost: a fifth of the connections drop, before the server answers or as it does.",
      Map.of("--come-back", "true", "--lost-share", "0.2", "--approve", "0.5")),
  SLOW(
      "slow",
      "Slow networks: requests trickle in, byte after byte.",
      Map.of("--come-back", "true", "--bytes-per-second", "50", "--timeout", "30s")),
  IMPATIENT(
      "impatient",
      "Devices poll every second, whatever the server says.",
      Map.of("--come-back", "true", "--poll-every", "1s", "--ignore-slow-down", "true")),
  HELD(
      "held",
      "Devices ask the server to hold their polls (Prefer: wait); one that ignores it works too.",
      Map.of("--come-back", "true", "--wait", "25s", "--approve", "0.5")),
  REFRESH(
      "refresh",
      "Linked devices keep their tokens fresh, on a fast clock, in parallel and repeatedly.",
      Map.of(
          "--refresh-speed", "360",
          "--parallel-share", "0.1",
          "--repeat-share", "0.1",
          "--approve", "1",
          "--decide-after", "1s"));

  private final String label;
  private final String story;

  @SuppressWarnings("ImmutableEnumChecker") // what Map.of makes does not change
  private final Map<String, String> defaults;

  Scenario(String label, String story, Map<String, String> defaults) {
    this.label = label;
    this.story = story;
    this.defaults = defaults;
  }

  public String label() {
    return label;
  }

  /** A sentence for people. */
  public String story() {
    return story;
  }

  /** Values by option, where they differ from the usual ones. */
  public Map<String, String> defaults() {
    return defaults;
  }
}
