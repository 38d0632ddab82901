package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody can do with another's browser, or with what was sent from it before. */
@ExtendWith(Latchkey.class)
class HostileBrowserTest {

  private static final String COOKIE = "latchkey";

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @Test
  void aSessionThatWasPlantedIsNotSignedIn(Tv tv) {
    // Given
    var attacker = visitor(tv).opens("/device");
    var planted = cookie(attacker.page().context());
    var victim = visitor(tv);
    victim
        .page()
        .context()
        .addCookies(
            List.of(new Cookie(COOKIE, planted.value).setUrl(tv.wire().origin().toString())));

    // When
    victim.opens("/login").signsIn("dora", "explorer-of-maps");

    // Then
    assertThat(attacker.opens("/device").page().locator("form[action='/logout']")).hasCount(0);
    assertThat(victim.opens("/device").page().locator("form[action='/logout']")).hasCount(1);
  }

  @Test
  void theCookieIsForThisSiteAndNoScript(Tv tv) {
    // Given
    var visitor = visitor(tv);

    // When
    visitor.opens("/device");

    // Then
    assertThat(visitor.page().context().cookies())
        .allSatisfy(
            cookie -> {
              assertThat(cookie.httpOnly).isTrue();
              assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
              assertThat(cookie.path).isEqualTo("/");
            });
    assertThat(visitor.page().evaluate("document.cookie")).isEqualTo("");
  }

  @Test
  void anApprovalThatIsSentAgainApprovesNothingElse(Tv tv) {
    // Given
    var first = tv.start(Tv.CLIENT, "openid");
    var visitor = visitor(tv).opens("/login").signsIn("dora", "explorer-of-maps");
    visitor.opens(first.completePage());
    var sent = new ArrayList<String>();
    visitor.page().onRequest(request -> remember(request, sent));
    visitor.decides("deny");

    // When
    var again =
        visitor
            .page()
            .context()
            .request()
            .post(
                tv.wire().origin().resolve("/device/confirm").toString(),
                RequestOptions.create()
                    .setHeader("Content-Type", "application/x-www-form-urlencoded")
                    .setData(sent.get(0).replace("deny", "approve")));

    // Then
    assertThat(again.text()).contains("This request was denied");
    assertThat(tv.poll(first).error()).isEqualTo("access_denied");
  }

  private static void remember(Request request, List<String> sent) {
    if (request.postData() != null) {
      sent.add(request.postData());
    }
  }

  private static Cookie cookie(BrowserContext context) {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals(COOKIE))
        .findFirst()
        .orElseThrow();
  }

  private static Visitor visitor(Tv tv) {
    return new Visitor(CHROMIUM.page("en"), tv.wire().origin());
  }
}
