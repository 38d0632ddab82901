package dev.latchkey.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.latchkey.local.LocalSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures of every page, for people to look at: {@code make screens}. No test: it runs by name.
 */
@ExtendWith(Latchkey.class)
class Screens {

  private static final Path FOLDER = Path.of(System.getProperty("latchkey.screens"));

  private static final Chromium CHROMIUM = new Chromium();

  /** How a page is looked at. */
  private record Look(String name, int width, int height, ColorScheme colours, String language) {

    NewContextOptions options() {
      return new NewContextOptions()
          .setViewportSize(width, height)
          .setColorScheme(colours)
          .setLocale(language)
          .setDeviceScaleFactor(2);
    }
  }

  private static final List<Look> LOOKS =
      List.of(
          new Look("phone-light", 390, 844, ColorScheme.LIGHT, "en"),
          new Look("phone-dark", 390, 844, ColorScheme.DARK, "en"),
          new Look("desktop-light", 1280, 800, ColorScheme.LIGHT, "en"),
          new Look("desktop-dark", 1280, 800, ColorScheme.DARK, "en"),
          new Look("phone-german", 390, 844, ColorScheme.LIGHT, "de"),
          new Look("phone-arabic", 390, 844, ColorScheme.DARK, "ar"));

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  static Stream<Arguments> pictures() {
    return Scenes.all().stream()
        .flatMap(scene -> LOOKS.stream().map(look -> Arguments.of(scene, look)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("pictures")
  void take(Scene scene, Look look, LocalSystem system) {
    var page = CHROMIUM.page(look.options());
    scene.show(new Visitor(page, system.url()), system);
    // With what its script adds.
    page.waitForLoadState();
    page.screenshot(
        new ScreenshotOptions()
            .setPath(FOLDER.resolve(scene.name() + "-" + look.name() + ".png"))
            .setFullPage(true));
    page.context().close();
  }
}
