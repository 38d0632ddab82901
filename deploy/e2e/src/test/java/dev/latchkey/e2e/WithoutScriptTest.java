package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole way for who has no JavaScript, and for who has no mouse. */
@ExtendWith(Latchkey.class)
class WithoutScriptTest {

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @Test
  void aPersonWithoutJavascriptConnectsADevice(Tv tv) {
    // Given
    var codes = tv.start("fleet-tv", "openid watch");
    var page = CHROMIUM.page(new NewContextOptions().setJavaScriptEnabled(false));
    var visitor = new Visitor(page, tv.wire().origin());

    // When
    visitor
        .opens("/device")
        .types(codes.userCode())
        .decides("continue")
        .signsIn("dora", "explorer-of-maps")
        .decides("approve");

    // Then
    assertThat(page.locator("h1")).hasText("You are all set");
    assertThat(tv.of("fleet-tv").poll(codes).hasTokens()).isTrue();
  }

  @Test
  void aPersonWithOnlyAKeyboardConnectsADevice(Tv tv) {
    // Given
    var codes = tv.start("typed-tv", "openid watch");
    var page = CHROMIUM.page("en");
    page.navigate(codes.page().toString());

    // When
    types(page, codes.userCode(), "Enter");
    // The page that is left has a button of the same name.
    page.waitForURL(url -> url.contains("/device/confirm"));
    tabTo(page, "Continue");
    page.locator("#username").waitFor();
    types(page, "dora", "Tab");
    types(page, "explorer-of-maps", "Enter");
    tabTo(page, "Approve");

    // Then
    assertThat(page.locator("h1")).hasText("You are all set");
    assertThat(tv.of("typed-tv").poll(codes).hasTokens()).isTrue();
  }

  /** Where the focus is: pages put it where typing begins, soon after they are there. */
  private static void types(Page page, String text, String then) {
    page.locator("input:focus").waitFor();
    page.keyboard().type(text);
    page.keyboard().press(then);
  }

  private static void tabTo(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(button)).waitFor();
    for (var stops = 0; stops < 20; stops++) {
      page.keyboard().press("Tab");
      var here = page.evaluate("document.activeElement.textContent");
      if (button.equals(String.valueOf(here).strip())) {
        page.keyboard().press("Enter");
        return;
      }
    }
    throw new AssertionError("no way to " + button + " by Tab");
  }
}
