package dev.latchkey.ui.login;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A double click on the sign-in form, whichever cookie the second request comes with. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SecondSubmitTest {

  private static final String COOKIE = "latchkey";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void withTheNewCookieItLeadsOnToConsent() {
    // Given
    var device = Device.asks(stores);
    var signIn = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.signIn(signIn, "alice", "wonderland");

    // When
    var page = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString("Allow ")).body(containsString(device.code()));
  }

  @Test
  void withTheOldCookieItSignsInAgain() {
    // Given
    var device = Device.asks(stores);
    var signIn = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    var before = phone.cookie(COOKIE);
    phone.signIn(signIn, "alice", "wonderland");
    phone.setCookie(COOKIE, before);

    // When
    var page = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString("Allow ")).body(containsString(device.code()));
  }

  @Test
  void afterAnApprovalItLeadsToTheEnd() {
    // Given
    phone.signIn("alice", "wonderland");
    var first = phone.open(Device.asks(stores, "double-tv").completeUri());
    phone.consent(phone.follow(phone.confirm(first, "continue")), "approve");
    var other = new Phone();
    var device = Device.asks(stores, "double-tv");
    var signIn = other.follow(other.confirm(other.open(device.completeUri()), "continue"));
    other.signIn(signIn, "alice", "wonderland");

    // When
    var page = other.follow(other.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString("You are all set"));
  }

  @Test
  void withoutADeviceItLeadsWhereThePersonWantedToGo() {
    // Given
    var signIn = phone.open("/login?to=account");
    phone.signIn(signIn, "alice", "wonderland");

    // When
    var page = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString("Alice Liddell"));
  }

  @Test
  void itDoesNotChangeWhoIsSignedIn() {
    // Given
    var signIn = phone.open("/login?to=account");
    phone.signIn(signIn, "alice", "wonderland");

    // When
    var page = phone.follow(phone.signIn(signIn, "erin", "erins-secret"));

    // Then
    page.then().body(containsString("Alice Liddell")).body(not(containsString("Erin")));
  }

  @Test
  void aBrowserThatIsNotSignedInIsAskedToStartAgain() {
    // Given
    var signIn = phone.open("/login");
    var other = new Phone();
    other.open("/login");

    // When
    var page = other.signIn(signIn, "alice", "wonderland");

    // Then
    page.then().statusCode(403);
  }

  @Test
  void theWayOnIsForWhoIsSignedIn() {
    // When
    var answer = phone.open("/login/onwards?to=account");

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/login?to=account"));
  }

  @Test
  void anotherFormIsRefusedAsEver() {
    // Given
    var page = phone.open("/device");
    phone.signIn("alice", "wonderland");

    // When
    var answer = phone.send(page, "/device", Map.of("user_code", "BCDF-BCDF"));

    // Then
    answer.then().statusCode(403);
  }
}
