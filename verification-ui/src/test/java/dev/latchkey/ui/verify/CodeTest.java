package dev.latchkey.ui.verify;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class CodeTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void aSecondBrowserIsToldThatTheCodeIsInUse() {
    // Given
    var device = Device.asks(stores);
    phone.typeCode(device.code()).then().statusCode(303);

    // When
    var second = new Phone().open(device.completeUri());

    // Then
    second.then().statusCode(409).body(containsString("open in another browser"));
  }

  @Test
  void anUnknownCodeIsAnErrorOfTheField() {
    // When
    var page = phone.typeCode("BCDF-GHJK");

    // Then
    page.then()
        .statusCode(422)
        .body(containsString("We do not know this code"))
        .body(containsString("aria-invalid=\"true\""))
        .body(containsString("aria-describedby=\"user_code_error user_code_hint\""))
        .body(containsString("value=\"BCDF-GHJK\""));
  }

  @Test
  void anExpiredCodeIsToldApartFromAnUnknownOne() {
    // Given
    var device = Device.asks(stores, StoredGrant::expired);

    // When
    var page = phone.typeCode(device.code());

    // Then
    page.then().statusCode(410).body(containsString("This code has expired"));
  }

  @Test
  void anEightKibibyteCodeIsAWrongCode() {
    // When
    var page = phone.typeCode("B".repeat(8192));

    // Then
    page.then().statusCode(422).body(containsString("We do not know this code"));
  }

  @Test
  void nothingTypedIsAWrongCode() {
    // When
    var page = phone.send(phone.open("/device"), "/device", Map.of());

    // Then
    page.then().statusCode(422).body(containsString("We do not know this code"));
  }

  @Test
  void homeLeadsToTheCode() {
    // When
    var answer = phone.open("/");

    // Then
    answer.then().statusCode(303).header("Location", startsWith("/device"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', /device",
    "?user_code=BCDF-GHJK, /device?user_code=BCDFGHJK",
    "?user_code=bcdf%20ghjk, /device?user_code=BCDFGHJK",
    "?user_code=%2F%2Fevil.example%2F, /device?user_code=EVILEXAMPLE",
    "?user_code=%0D%0ASet-Cookie%3A%20a%3Db%E2%98%83, /device",
    "?user_code=B, /device",
    "?sp=tv&redirect_uri=https%3A%2F%2Fevil.example, /device"
  })
  void theAddressThatWso2HadLeadsToTheCode(String query, String address) {
    // When
    var answer = phone.open("/authenticationendpoint/device.do" + query);

    // Then
    answer.then().statusCode(303).header("Location", address);
  }

  @Test
  void whatADeviceClaimsIsShownAsText() {
    // Given
    var device =
        Device.asks(
            stores,
            grant ->
                grant
                    .with("name", "<script>alert(1)</script>")
                    .with("model", "\u202Eevil\u202C")
                    .with("serial", "\"><img src=x>"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then()
        .body(containsString("not verified"))
        .body(containsString("&lt;script&gt;"))
        .body(not(containsString("<script")))
        .body(not(containsString("<img src=x")))
        .body(not(containsString("\u202E")))
        .body(containsString("evil"));
  }

  @Test
  void whatWasTypedIsShownAsText() {
    // When
    var page = phone.typeCode("\"><script>alert(1)</script>");

    // Then
    page.then().statusCode(422).body(not(containsString("<script")));
  }
}
