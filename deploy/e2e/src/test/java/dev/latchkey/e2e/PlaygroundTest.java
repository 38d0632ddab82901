package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.latchkey.local.LocalSystem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The TV in a web page, and the person beside it. */
@ExtendWith(Latchkey.class)
class PlaygroundTest {

  private static final Chromium CHROMIUM = new Chromium();

  private static final double LONGEST_POLL = 15_000;

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @Test
  void showsItsTokensOnceSomebodyApproves(LocalSystem system) {
    // Given
    var tv = CHROMIUM.person();
    var complaints = complaintsOf(tv);
    tv.opens(system.url().resolve("/playground"));
    ask(tv);
    assertThat(tv.page().locator("#exchanges"))
        .containsText(
            "POST /oauth/token → 400 authorization_pending",
            new ContainsTextOptions().setTimeout(LONGEST_POLL));

    // When
    Phone.ofAlice().approve(completePage(tv));

    // Then
    assertThat(tv.page().getByRole(AriaRole.STATUS))
        .containsText("Approved", new ContainsTextOptions().setTimeout(LONGEST_POLL));
    assertThat(tv.page().locator("#token_list")).containsText("\"client_id\": \"living-room-tv\"");
    noteSecrets(tv);

    tv.presses("Refresh");
    assertThat(tv.page().getByRole(AriaRole.STATUS)).containsText("The tokens are fresh");
    tv.presses("Who is it?");
    assertThat(tv.page().locator("#exchanges")).containsText("GET /userinfo → 200");
    tv.presses("Sign the TV out");
    assertThat(tv.page().getByRole(AriaRole.STATUS)).containsText("signed out");
    noteSecrets(tv);
    assertThat(complaints).isEmpty();
  }

  @Test
  void takesTheNumberAndSaysWhenItIsWrong(LocalSystem system) {
    // Given
    var tv = CHROMIUM.person().opens(system.url().resolve("/playground"));
    tv.page().getByLabel("Confirm with a number").check();
    ask(tv);
    var person = new Visitor(CHROMIUM.page("en"), system.url());
    person.opens(completePage(tv)).decides("continue").signsIn("carol", "christmas-carol");
    if (person.page().locator(".number").count() == 0) {
      person.decides("approve");
    }
    var number = Integer.parseInt(person.page().locator(".number").textContent());

    // When
    enter(tv, (number + 1) % 100);
    assertThat(tv.page().getByRole(AriaRole.STATUS))
        .containsText(
            "Wrong number. Tries left: 2", new ContainsTextOptions().setTimeout(LONGEST_POLL));
    enter(tv, number);

    // Then
    assertThat(tv.page().getByRole(AriaRole.STATUS))
        .containsText("Approved", new ContainsTextOptions().setTimeout(LONGEST_POLL));
    noteSecrets(tv);
  }

  @Test
  void showsTheCodeAsAPictureToo(LocalSystem system) {
    // Given
    var tv = CHROMIUM.person().opens(system.url().resolve("/playground"));

    // When
    ask(tv);

    // Then
    var width =
        tv.page()
            .locator("#qr")
            .evaluate("async image => {" + " await image.decode(); return image.naturalWidth; }");
    assertThat(((Number) width).intValue()).isGreaterThan(200);
  }

  @Test
  void saysThatTheRequestWasDenied(LocalSystem system) {
    // Given
    var tv = CHROMIUM.person().opens(system.url().resolve("/playground"));
    ask(tv);

    // When
    CHROMIUM.person().opens(completePage(tv)).presses("Deny");

    // Then
    assertThat(tv.page().getByRole(AriaRole.STATUS))
        .containsText("Denied", new ContainsTextOptions().setTimeout(LONGEST_POLL));
  }

  @Test
  void saysWhatTheServerRefuses(LocalSystem system) {
    // Given
    var tv = CHROMIUM.person().opens(system.url().resolve("/playground"));
    tv.page().getByLabel("Client").fill("nobody");

    // When
    tv.presses("Show a code");

    // Then
    assertThat(tv.page().getByRole(AriaRole.STATUS)).containsText("invalid_client");
  }

  @Test
  void fitsANarrowScreenInArabicAndTheDark(LocalSystem system) {
    // Given
    var small = new NewContextOptions().setViewportSize(320, 640).setColorScheme(ColorScheme.DARK);
    var tv = new Person(CHROMIUM.page(small.setLocale("ar")));

    // When
    tv.opens(system.url().resolve("/playground"));

    // Then
    assertThat(tv.page().locator("html")).hasAttribute("dir", "rtl");
    var wider = tv.page().evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(((Number) wider).intValue()).isLessThanOrEqualTo(0);
  }

  private static void ask(Person tv) {
    tv.page().getByLabel("Client").fill("living-room-tv");
    tv.page().getByLabel("Scopes").fill("openid profile offline_access watch");
    tv.presses("Show a code");
    assertThat(tv.page().locator("#user_code")).isVisible();
    noteSecrets(tv);
  }

  private static void enter(Person tv, int number) {
    var field = tv.page().getByLabel("Enter the number");
    field.waitFor(new WaitForOptions().setTimeout(LONGEST_POLL));
    field.fill("%02d".formatted(number));
    tv.presses("Confirm");
  }

  private static URI completePage(Person tv) {
    var link = tv.page().locator("#open_here").getAttribute("href");
    return URI.create(link == null ? "" : link);
  }

  /** What the page complains of: a broken policy, a failed script. Refused polls are no news. */
  private static List<String> complaintsOf(Person tv) {
    var complaints = new ArrayList<String>();
    tv.page()
        .onConsoleMessage(
            message -> {
              if (message.type().equals("error") && !isRefusedPoll(message)) {
                complaints.add(message.text());
              }
            });
    tv.page().onPageError(complaints::add);
    return complaints;
  }

  private static boolean isRefusedPoll(ConsoleMessage message) {
    return message.text().startsWith("Failed to load resource")
        && message.location().contains("/oauth/token");
  }

  /** For SecretsInLogsTest: the page shows them all. */
  private static void noteSecrets(Person tv) {
    Locator shown = tv.page().locator("#user_code, #token_list > section > pre:first-of-type");
    shown.allTextContents().stream()
        .filter(text -> !text.isBlank())
        .forEach(text -> Secrets.note("token", text.strip()));
  }
}
