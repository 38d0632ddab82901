package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What finds faults finds them. */
class AxeTest {

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @Test
  void aPictureWithoutWordsIsToldOfOnce() {
    // Given
    var page = CHROMIUM.page("en");
    page.setContent("<html lang=en><title>Page</title><main><h1>Page</h1><img src=x></main>");

    // When
    var broken = new Axe(page).violations(ColorScheme.LIGHT, List.of("wcag2a"));

    // Then
    assertThat(broken).containsExactly("LIGHT: image-alt [<img src=\"x\">]");
  }

  @Test
  void coloursAreThoseOfTheScheme() {
    // Given
    var page = CHROMIUM.page("en");
    page.setContent(
        """
        <html lang=en><title>Page</title>
        <style>@media (prefers-color-scheme: dark) { h1 { background: #000; color: #222 } }</style>
        <main><h1>Page</h1></main>
        """);
    var axe = new Axe(page);

    // When
    var light = axe.violationsOf(ColorScheme.LIGHT, List.of("color-contrast"));
    var dark = axe.violationsOf(ColorScheme.DARK, List.of("color-contrast"));

    // Then
    assertThat(light).isEmpty();
    assertThat(dark).containsExactly("DARK: color-contrast [<h1>Page</h1>]");
  }
}
