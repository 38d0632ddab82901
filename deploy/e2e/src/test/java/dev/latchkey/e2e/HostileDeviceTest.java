package dev.latchkey.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Dialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device says of itself, and what a link says, is shown as text and nothing else. */
@ExtendWith(Latchkey.class)
class HostileDeviceTest {

  private static final String SCRIPT = "\"'><img src=x onerror=alert(1)><svg onload=alert(2)>";

  private static final Chromium CHROMIUM = new Chromium();

  @AfterAll
  static void close() {
    CHROMIUM.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"device_name", "device_model", "device_serial", "app_version"})
  void whatItClaimsIsText(String claim, Tv tv) {
    // Given
    var codes = tv.start(Tv.CLIENT, "openid", Map.of(claim, SCRIPT));
    var visitor = visitor(tv);
    var alarms = alarms(visitor);

    // When
    visitor.opens(codes.completePage());

    // Then
    assertThat(visitor.page().locator("main")).containsText(SCRIPT);
    assertThat(visitor.page().locator("img[src=x], svg[onload]")).hasCount(0);
    assertThat(alarms).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/device?user_code=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
        "/login?grant=%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E",
        "/device/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
      })
  void whatALinkSaysIsText(String link, Tv tv) {
    // Given
    var visitor = visitor(tv);
    var alarms = alarms(visitor);

    // When
    visitor.opens(link);

    // Then
    assertThat(visitor.page().locator("img[src=x], svg[onload]")).hasCount(0);
    assertThat(alarms).isEmpty();
  }

  /** Whatever a script could do first, and what the policy has had to forbid. */
  private static List<String> alarms(Visitor visitor) {
    var alarms = new ArrayList<String>();
    visitor.page().onDialog(dialog -> alarms.add(dismissed(dialog)));
    visitor.page().onConsoleMessage(message -> alarms.addAll(violation(message)));
    return alarms;
  }

  private static String dismissed(Dialog dialog) {
    dialog.dismiss();
    return dialog.message();
  }

  private static List<String> violation(ConsoleMessage message) {
    return message.text().contains("Content Security Policy") ? List.of(message.text()) : List.of();
  }

  private static Visitor visitor(Tv tv) {
    return new Visitor(CHROMIUM.page("en"), tv.wire().origin());
  }
}
