package dev.latchkey.ui.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody else knows the cookie that a person had before they signed in. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RetiredSessionTest {

  private static final String COOKIE = "latchkey";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();
  private final Phone other = new Phone();

  @Test
  void theNumberIsNotShownToIt() {
    // Given
    var device = asksWithNumber();
    var signIn = signInPage(device);
    var number = number(signIn);

    // When
    var page = other.open(number);

    // Then
    phone.open(number).then().statusCode(200);
    page.then().statusCode(303).header("Location", equalTo("/device"));
  }

  @Test
  void noSignInOfItsOwnLeadsToTheNumber() {
    // Given
    var device = asksWithNumber();
    var signIn = signInPage(device);
    var number = number(signIn);
    other.signIn(signIn, "erin", "erins-secret");

    // When
    var page = other.open(number);

    // Then
    assertThat(other.cookie(COOKIE)).isNotEqualTo(phone.cookie(COOKIE));
    page.then().statusCode(303).header("Location", equalTo("/device"));
  }

  @Test
  void theSignInFormStillKnowsTheDevice() {
    // Given
    var device = asksWithNumber();
    var signIn = signInPage(device);
    phone.signIn(signIn, "alice", "wonderland").then().statusCode(303);

    // When
    var page = other.follow(other.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString(device.code()));
  }

  private Device asksWithNumber() {
    // A client of its own: nobody has consented to it before.
    return Device.asks(
        stores,
        grant ->
            grant.with("client_id", UUID.randomUUID().toString()).with("confirmation", "number"));
  }

  /** Both browsers have the same cookie there. */
  private Response signInPage(Device device) {
    var page = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    other.setCookie(COOKIE, phone.cookie(COOKIE));
    return page;
  }

  /** The address of the page with the number, once the person has approved. */
  private String number(Response signIn) {
    var consent = phone.follow(phone.signIn(signIn, "alice", "wonderland"));
    return phone.consent(consent, "approve").header("Location");
  }
}
