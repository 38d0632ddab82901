package dev.latchkey.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PageFormTest {

  @Test
  void aFormIsSentAsABrowserWouldSendIt() {
    // Given
    var page =
        Jsoup.parse(
            """
            <form method="post" action="/device/consent">
              <input type="hidden" name="csrf" value="abc">
              <input type="checkbox" name="remember" value="yes" checked>
              <input type="checkbox" name="scope" value="record">
              <input name="off" value="x" disabled>
              <button name="decision" value="deny">Deny</button>
              <button name="decision" value="approve">Approve</button>
            </form>
            """,
            "http://localhost:8080/device?user_code=X");

    // When
    var form = PageForm.of(page.expectForm("form"), page.select("button").getLast());

    // Then
    assertThat(form.action()).isEqualTo(URI.create("http://localhost:8080/device/consent"));
    assertThat(form.fields())
        .isEqualTo(Map.of("csrf", "abc", "remember", "yes", "decision", "approve"));
  }
}
