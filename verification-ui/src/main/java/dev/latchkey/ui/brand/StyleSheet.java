package dev.latchkey.ui.brand;

import java.util.Optional;

/** The installation's colours, in a style sheet that follows latchkey.css on every page. */
final class StyleSheet {

  private StyleSheet() {}

  /** Empty if there is nothing to say. */
  static String of(Optional<Accent> light, Optional<Accent> dark) {
    // Ours in the dark must stay where only the other one is set: hence a media query for each.
    return light.map(accent -> rule("light", accent)).orElse("")
        + dark.map(accent -> rule("dark", accent)).orElse("");
  }

  private static String rule(String scheme, Accent accent) {
    return "@media (prefers-color-scheme: %s) { :root { %s } }\n".formatted(scheme, accent.css());
  }
}
