package dev.latchkey.ui.profile;

import java.util.Arrays;
import java.util.Locale;

/** What a person has just done here, as the page tells after the redirect. */
public enum Outcome {
  NOTHING,
  PASSWORD_CHANGED,
  PASSKEY_ADDED,
  PASSKEY_RENAMED,
  PASSKEY_REMOVED;

  /** The one that the page's own address names. */
  static Outcome named(String name) {
    return Arrays.stream(values())
        .filter(known -> known.word().equals(name))
        .findAny()
        .orElse(NOTHING);
  }

  String address() {
    return ProfileResource.PATH + "?done=" + word();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
