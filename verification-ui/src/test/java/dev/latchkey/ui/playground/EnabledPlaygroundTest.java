package dev.latchkey.ui.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.ui.AnotherInstallation;
import dev.latchkey.ui.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AnotherInstallation.class)
class EnabledPlaygroundTest {

  private final Phone phone = new Phone();

  @Test
  void isAPageWithoutInlineScriptOrStyle() {
    // When
    var page = phone.open("/playground");

    // Then
    page.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
    assertThat(page.asString())
        .contains("<noscript>", "value=\"playground-tv\"", "data-word=\"waiting\"")
        .contains("<script type=\"module\" src=\"/assets/playground/main.js\"></script>")
        .doesNotContain("style=", "<script>", "onclick", "{playground");
  }

  @Test
  void theScriptsFindTheirPlaceholders() {
    // When
    var page = phone.open("/playground");

    // Then
    assertThat(page.asString()).contains("Valid for %1<", "Tries left: %1<");
  }
}
