package dev.latchkey.ui.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StrictHeadersTest {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Phone phone = new Phone();

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "/,                        303",
    "/device,                  200",
    "/device?user_code=WRONG1, 422",
    "/device/confirm,          303",
    "/device/consent,          303",
    "/device/done,             303",
    "/login,                   200",
    "/logout,                  405",
    "/nothing-here,            404",
    "/device/nothing-here,     404",
    "/assets/nothing-here.css, 404"
  })
  void everyAnswerToAGetHasThem(String path, int status) {
    // When
    var answer = given().redirects().follow(false).urlEncodingEnabled(false).get(path);

    // Then
    strict(answer, status);
  }

  @Test
  void aRefusedFormHasThem() {
    // When
    var answer = phone.post("/device", Map.of());

    // Then
    strict(answer, 403).header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void pagesAreNeverKept() {
    // When
    var answer = phone.open("/device");

    // Then
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void theStyleSheetIsKeptUntilItChanges() {
    // Given
    var page = phone.open("/device").asString();
    var address = page.replaceAll("(?s).*href=\"(/assets/latchkey.css[^\"]*)\".*", "$1");

    // When
    var answer = phone.open(address);

    // Then
    strict(answer, 200)
        .contentType(startsWith("text/css"))
        .header("Cache-Control", allOf(containsString("max-age="), containsString("immutable")));
  }

  @Test
  void noPageHasScriptsOrInlineStyles() {
    // When
    var page = phone.open("/device");

    // Then
    page.then().body(not(containsString("<script"))).body(not(containsString("style=")));
  }

  @Test
  void onPlainHttpBrowsersAreNotToldToUseTls() {
    // When
    var page = phone.open("/device");

    // Then
    page.then().header("Strict-Transport-Security", nullValue());
  }

  private static ValidatableResponse strict(Response answer, int status) {
    return answer
        .then()
        .statusCode(status)
        .header("Content-Security-Policy", equalTo(POLICY))
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Referrer-Policy", equalTo("no-referrer"))
        .header("X-Content-Type-Options", equalTo("nosniff"))
        .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
        .header("Permissions-Policy", containsString("camera=()"));
  }
}
