package dev.latchkey.ui.brand;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Whose pages these are. Everything is read and checked at start. */
@ConfigMapping(prefix = "latchkey.brand")
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
public interface BrandConfig {

  /**
   * The name in the header and the title of every page, as people know it. At most 40 characters,
   * so that it fits beside the logo on a phone.
   */
  @WithDefault("Latchkey")
  String name();

  /**
   * A picture for the header, shown 32 pixels high beside the name, and as the icon of the tab:
   * SVG, PNG or WebP, at most 128 KiB. It stands on the page's ground in light and dark, so it
   * should be readable on both.
   */
  Optional<Path> logo();

  /**
   * The colour of buttons and links on a light ground, as {@code #rrggbb}. Text in it has to reach
   * WCAG's contrast of 4.5:1 on all our light grounds; the start fails otherwise, and says what it
   * reaches.
   */
  Optional<String> accentLight();

  /** The same for people who chose dark: a light shade, on which dark text is readable. */
  Optional<String> accentDark();

  /** Where people find help, in the footer of every page: {@code https:} or {@code mailto:}. */
  Optional<URI> helpLink();

  /** The privacy policy: {@code https:} or {@code mailto:}. */
  Optional<URI> privacyLink();

  /** The terms of service: {@code https:} or {@code mailto:}. */
  Optional<URI> termsLink();

  /** Who runs this, where the law wants to be told: {@code https:} or {@code mailto:}. */
  Optional<URI> imprintLink();

  /**
   * A sentence of your own above the links, such as a telephone number. Shown as it is, in every
   * language; at most 200 characters.
   */
  Optional<String> supportText();
}
