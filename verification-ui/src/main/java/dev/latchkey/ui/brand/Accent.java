package dev.latchkey.ui.brand;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The colour of buttons and links on one of the two kinds of ground.
 *
 * @param strong where the pointer is
 * @param text on a button of that colour
 */
record Accent(Colour colour, Colour strong, Colour text) {

  /** Text of any size (WCAG 2.2 success criterion 1.4.3, level AA). */
  private static final double LEAST_CONTRAST = 4.5;

  private static final double STRONGER = 0.2;

  /** {@code --ground}, {@code --surface} and {@code --code-ground} of latchkey.css. */
  static final List<Colour> LIGHT_GROUNDS = colours("#f4f5f9", "#ffffff", "#eef0fb");

  static final List<Colour> DARK_GROUNDS = colours("#12141c", "#1c1f2b", "#262a3b");

  /** Fails if text of that colour cannot be read by everybody. */
  static Accent onLight(String setting, String colour) {
    var accent = readable(setting, colour, LIGHT_GROUNDS);
    return new Accent(accent, accent.towards(Colour.BLACK, STRONGER), Colour.WHITE);
  }

  /** Fails if text of that colour cannot be read by everybody. */
  static Accent onDark(String setting, String colour) {
    var accent = readable(setting, colour, DARK_GROUNDS);
    // The button's text is the darkest ground: a contrast that has just been checked.
    return new Accent(accent, accent.towards(Colour.WHITE, STRONGER), DARK_GROUNDS.getFirst());
  }

  /** The custom properties of latchkey.css that take the place of ours. */
  String css() {
    return "--accent: %s; --accent-strong: %s; --on-accent: %s;".formatted(colour, strong, text);
  }

  private static Colour readable(String setting, String text, List<Colour> grounds) {
    var colour = parse(setting, text);
    var worst =
        grounds.stream().min(Comparator.comparingDouble(colour::contrastWith)).orElseThrow();
    var contrast = colour.contrastWith(worst);
    if (contrast < LEAST_CONTRAST) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: %s on our ground %s has a contrast of %.2f:1. WCAG asks for 4.5:1 at least: take"
                  + " a %s shade.",
              setting,
              colour,
              worst,
              Math.floor(contrast * 100) / 100,
              grounds.equals(LIGHT_GROUNDS) ? "darker" : "lighter"));
    }
    return colour;
  }

  private static Colour parse(String setting, String text) {
    try {
      return Colour.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(setting + " " + e.getMessage(), e);
    }
  }

  private static List<Colour> colours(String... hex) {
    return List.of(hex).stream().map(Colour::parse).toList();
  }
}
