package dev.latchkey.ui.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.ui.AnotherInstallation;
import dev.latchkey.ui.Phone;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AnotherInstallation.class)
class BrandedPagesTest {

  private final Phone phone = new Phone();

  @ParameterizedTest
  @ValueSource(strings = {"/device", "/login", "/nothing-here", "/playground"})
  void everyPageIsOfTheBrand(String path) {
    // When
    var page = phone.open(path).asString();

    // Then
    assertThat(page)
        .contains("– Ex &amp; Co</title>", "<bdi>Ex &amp; Co</bdi>")
        .containsPattern("<link rel=\"stylesheet\" href=\"/assets/brand\\.css\\?v=[0-9a-f]{12}\">")
        .containsPattern("<img src=\"/assets/brand/[0-9a-f]{12}\" alt=\"\"")
        .contains("href=\"https://example.com/help?topic=tv&amp;from=latchkey\">Help</a>")
        .contains("href=\"mailto:privacy@example.com\">Privacy</a>")
        .contains("Call &lt;us&gt;: 555 0100")
        .doesNotContain("Latchkey");
  }

  @Test
  void theColoursFollowOursAndAreKept() {
    // Given
    var address = address("href=\"(/assets/brand\\.css[^\"]*)\"");

    // When
    var answer = phone.open(address);

    // Then
    answer
        .then()
        .statusCode(200)
        .contentType(startsWith("text/css"))
        .header("Cache-Control", containsString("immutable"))
        .body(containsString("--accent: #b3261e;"));
  }

  @Test
  void theLogoIsAPictureAndNothingElse() {
    // Given
    var address = address("<img src=\"(/assets/brand/[^\"]*)\"");

    // When
    var answer = phone.open(address);

    // Then
    answer
        .then()
        .statusCode(200)
        .contentType("image/svg+xml")
        .header("Cache-Control", containsString("immutable"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Content-Security-Policy", containsString("sandbox"));
  }

  @Test
  void anotherLogoIsNotThere() {
    // When
    var answer = phone.open("/assets/brand/000000000000");

    // Then
    answer.then().statusCode(404);
  }

  private String address(String pattern) {
    var found = Pattern.compile(pattern).matcher(phone.open("/device").asString());
    if (!found.find()) {
      throw new AssertionError("no " + pattern);
    }
    return found.group(1);
  }
}
