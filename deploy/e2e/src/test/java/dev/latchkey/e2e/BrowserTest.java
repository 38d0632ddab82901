package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees, in a real browser. */
@ExtendWith(Latchkey.class)
class BrowserTest {

  private static final String SCOPE = "openid watch";

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @Test
  void aFirstTimePersonTypesTheCodeSignsInAndConsents(Tv tv) {
    // Given
    var codes = tv.start();

    // When
    var bob =
        CHROMIUM
            .person()
            .opens(codes.page())
            .types(codes.userCode().toLowerCase(Locale.ROOT).replace("-", " "))
            .presses("Continue")
            .signsIn("bob", "builder-of-things")
            .presses("Approve");

    // Then
    assertThat(bob.heading()).hasText("You are all set");
    assertThat(tv.poll(codes).hasTokens()).isTrue();
  }

  @Test
  void aFirstTimePersonIsThreePagesAfterTheCode(Tv tv) {
    // Given
    var codes = tv.start("near-tv", SCOPE);
    var bob = CHROMIUM.person();
    var pages = pagesOf(bob);

    // When
    bob.opens(codes.page())
        .types(codes.userCode())
        .presses("Continue")
        .signsIn("bob", "builder-of-things")
        .presses("Approve");

    // Then
    assertThat(bob.heading()).hasText("You are all set");
    assertThat(pages)
        .containsExactly("/device", "/device/confirm", "/login", "/device/consent", "/device/done");
  }

  @Test
  void aPersonWhoIsSignedInAndConsentedBeforeIsOneClickAfterTheLink(Tv tv) {
    // Given
    var first = tv.start("near-tv", "openid profile");
    var carol =
        CHROMIUM
            .person()
            .opens(first.completePage())
            .presses("Continue")
            .signsIn("carol", "christmas-carol")
            .presses("Approve")
            .sees("You are all set");
    var second = tv.start("near-tv", "openid profile");
    var pages = pagesOf(carol);

    // When
    carol.opens(second.completePage()).presses("Approve");

    // Then
    assertThat(carol.heading()).hasText("You are all set");
    assertThat(pages).containsExactly("/device", "/device/done");
    assertThat(tv.of("near-tv").poll(second).hasTokens()).isTrue();
  }

  @Test
  void thePageShowsWhoAsksAndWhatTheDeviceClaimsAsText(Tv tv) {
    // Given
    var codes = tv.start();

    // When
    var person = CHROMIUM.person().opens(codes.completePage());

    // Then
    assertThat(person.heading()).containsText("Living-room TV");
    assertThat(person.page().locator("main")).containsText(codes.userCode());
    assertThat(person.page().locator("main")).containsText("Samsung <b>65</b>\"");
    assertThat(person.page().locator("main")).containsText("not verified");
    assertThat(person.page().locator("main")).containsText("Watch your programmes");
    assertThat(tv.poll(codes).error()).isEqualTo("authorization_pending");
  }

  @Test
  void denyIsFinalEvenAfterGoingBack(Tv tv) {
    // Given
    var codes = tv.start();
    var person = CHROMIUM.person().opens(codes.completePage()).presses("Deny");
    assertThat(person.heading()).hasText("Request denied");

    // When
    person.goesBack();

    // Then
    assertThat(person.page().locator("main")).containsText("denied");
    assertThat(person.page().getByRole(AriaRole.BUTTON)).hasCount(0);
    assertThat(tv.poll(codes).error()).isEqualTo("access_denied");
  }

  @Test
  void aWrongCodeIsAnsweredWithAnotherTry(Tv tv) {
    // Given
    var codes = tv.start();

    // When
    var person = CHROMIUM.person().opens(codes.page()).types("BCDF-BCDF");

    // Then
    assertThat(person.page().getByLabel("Code")).hasAttribute("aria-invalid", "true");
    assertThat(person.page().locator("main")).containsText("do not know this code");
    person.types(codes.userCode());
    assertThat(person.heading()).containsText("Living-room TV");
  }

  @Test
  void aWrongPasswordIsAnsweredWithAnotherTry(Tv tv) {
    // Given
    var codes = tv.start(Tv.CLIENT, SCOPE);

    // When
    var person =
        CHROMIUM.person().opens(codes.completePage()).presses("Continue").signsIn("alice", "wrong");

    // Then
    assertThat(person.page().getByRole(AriaRole.ALERT)).containsText("wrong");
    person.signsIn("alice", "wonderland");
    assertThat(person.heading()).not().hasText("Sign in");
  }

  @Test
  void aSecondBrowserIsToldThatTheCodeIsInUse(Tv tv) {
    // Given
    var codes = tv.start(Tv.CLIENT, SCOPE);
    CHROMIUM.person().opens(codes.page()).types(codes.userCode());

    // When
    var second = CHROMIUM.person().opens(codes.page()).types(codes.userCode());

    // Then
    assertThat(second.page().locator("main")).containsText("open in another browser");
    assertThat(second.heading()).not().containsText("Living-room TV");
  }

  @Test
  void anExpiredCodeIsToldApart(Tv tv) {
    // Given
    var codes = tv.start("hasty-tv", SCOPE);
    var person = CHROMIUM.person().opens(codes.completePage());
    await()
        .atMost(Duration.ofSeconds(8))
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> tv.poll(codes, "hasty-tv"), poll -> poll.error().equals("expired_token"));

    // When
    person.presses("Continue");

    // Then
    assertThat(person.page().locator("main")).containsText("expired");
    Answer again = tv.poll(codes, "hasty-tv");
    assertThat(again.error()).isEqualTo("expired_token");
  }

  @Test
  void aUsedCodeIsToldApart(Tv tv) {
    // Given
    var codes = tv.start(Tv.CLIENT, SCOPE);
    Phone.ofAlice().approve(codes.completePage());

    // When
    var person = CHROMIUM.person().opens(codes.completePage());

    // Then
    assertThat(person.page().locator("main")).containsText("already");
  }

  /** Every page that is shown from now on, by its path; redirects are no pages. */
  private static List<String> pagesOf(Person person) {
    var pages = new ArrayList<String>();
    person.page().onFrameNavigated(frame -> pages.add(URI.create(frame.url()).getPath()));
    return pages;
  }
}
