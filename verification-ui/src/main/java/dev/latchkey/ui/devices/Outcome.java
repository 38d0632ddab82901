package dev.latchkey.ui.devices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the list of devices says at its head, after something was done. */
enum Outcome {
  RENAMED,
  UNLINKED,
  ALL_UNLINKED;

  /** In an address. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Outcome> of(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
  }
}
