package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.latchkey.local.LocalSystem;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** WCAG 2.2 AA, as far as a machine can tell: light and dark, from left to right and back. */
final class Accessibility {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Where dark colours are looked at: they depend on no language. */
  private static final String COLOURS_CHECKED_IN = "en";

  /** What the colours of a scheme can break: in the dark a page has the same elements. */
  private static final List<String> RULES_OF_COLOURS =
      List.of("color-contrast", "link-in-text-block");

  /** WCAG 1.4.10. */
  private static final int NARROWEST = 320;

  /**
   * The focus is on a field with an error if there is one, or else where reading or typing begins.
   */
  private static final String FOCUSED =
      """
      () => document.activeElement.matches(
        document.querySelector('[aria-invalid]') ? '[aria-invalid]' : 'h1, input, #request button')
      """;

  /** Fields with an error that no alert is tied to. */
  private static final String MUTE_ERRORS =
      """
      () => Array.from(document.querySelectorAll('[aria-invalid]'), field => field
          .getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id)))
        .filter(words => !words.some(word => word.matches('[role=alert]'))).length
      """;

  private Accessibility() {}

  /** Arguments of {@link #check}. */
  static Stream<Arguments> inBothDirections(Predicate<Scene> which) {
    return Stream.of("en", "ar")
        .flatMap(
            language ->
                Scenes.all().stream().filter(which).map(scene -> Arguments.of(scene, language)));
  }

  static void check(Chromium browser, Scene scene, String language, LocalSystem system) {
    // Given
    var page = browser.page(language);

    // When
    scene.show(new Visitor(page, system.url()), system);
    page.waitForLoadState();

    // Then
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    var axe = new Axe(page);
    assertThat(axe.violations(ColorScheme.LIGHT, RULES)).isEmpty();
    if (language.equals(COLOURS_CHECKED_IN)) {
      assertThat(axe.violationsOf(ColorScheme.DARK, RULES_OF_COLOURS)).isEmpty();
    }
    assertThat(overflow(page, NARROWEST, "100%")).isZero();
    assertThat(overflow(page, 2 * NARROWEST, "200%")).isZero();
    assertThat(page.locator("h1").count()).isOne();
    assertThat(page.locator("h1").textContent()).matches(scene.template().heading(language));
    assertThat(page.evaluate(FOCUSED)).isEqualTo(true);
    assertThat(page.evaluate(MUTE_ERRORS)).isEqualTo(0);
    page.context().close();
  }

  /** By how many pixels the page is wider than the window, at a size of text. */
  private static int overflow(Page page, int width, String text) {
    page.setViewportSize(width, 800);
    var wider =
        page.evaluate(
            """
            size => {
              document.documentElement.style.fontSize = size;
              return document.documentElement.scrollWidth - window.innerWidth;
            }
            """,
            text);
    return Math.max(0, ((Number) wider).intValue());
  }
}
