package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another web site, or a link that somebody sends, can do to a person who is signed in. */
@ExtendWith(Latchkey.class)
class HostileSiteTest {

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/device", "/device/confirm", "/device/consent", "/login", "/logout"})
  void cannotSendOurForms(String action, Tv tv) throws Exception {
    // Given
    var codes = tv.start();
    var visitor = visitor(tv).opens("/login").signsIn("dora", "explorer-of-maps");
    var form =
        """
        <form method="post" action="%s">
        <input name="user_code" value="%s"><input name="decision" value="approve">
        <button>You have won</button>
        </form>
        """
            .formatted(tv.wire().origin().resolve(action), codes.userCode());

    // When
    try (var site = new HostileSite(form)) {
      visitor.opens(site.address()).page().locator("button").click();
    }

    // Then
    assertThat(visitor.page().locator("h1")).hasText("That did not come from this site");
    assertThat(tv.poll(codes).error()).isEqualTo("authorization_pending");
  }

  @Test
  void cannotShowUsInAFrame(Tv tv) throws Exception {
    // Given
    var codes = tv.start();
    var visitor = visitor(tv);
    var page = "<iframe src=\"%s\"></iframe>".formatted(codes.completePage());

    // When
    try (var site = new HostileSite(page)) {
      visitor.opens(site.address());
    }

    // Then
    assertThat(visitor.page().frameLocator("iframe").locator("form")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login?grant=//evil.example&next=https://evil.example&redirect_uri=https://evil.example",
        "/device/confirm?grant=https://evil.example",
        "/device?user_code=https://evil.example&return_to=//evil.example",
        "//evil.example/device",
        "/device/..//evil.example",
        "/login//evil.example"
      })
  void cannotSendPeopleElsewhereByALinkToUs(String link, Tv tv) {
    // Given
    var visitor = visitor(tv);

    // When
    visitor.page().navigate(tv.wire().origin() + link);

    // Then
    assertThat(visitor.page().url()).startsWith(tv.wire().origin().toString());
    assertThat(visitor.page().locator("a[href*='evil'], form[action*='evil']")).hasCount(0);
  }

  @Test
  void isNotToldTheCodeByTheReferer(Tv tv) {
    // Given
    var referers = new ArrayList<String>();
    var visitor = visitor(tv);
    visitor.page().onRequest(request -> referers.addAll(referer(request)));

    // When
    visitor
        .opens(tv.start().completePage())
        .decides("continue")
        .signsIn("bob", "builder-of-things");

    // Then
    assertThat(referers).isEmpty();
  }

  private static List<String> referer(Request request) {
    var referer = request.headerValue("referer");
    return referer == null || referer.isEmpty()
        ? List.of()
        : List.of(request.url() + " from " + referer);
  }

  private static Visitor visitor(Tv tv) {
    return new Visitor(CHROMIUM.page("en"), tv.wire().origin());
  }
}
