package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A double click, or a form sent again because the answer to it was lost. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DecidedTwiceTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void approvingAgainOnTheConsentPageLeadsToTheSamePage() {
    // Given
    var device = Device.asks(stores);
    phone.signIn("alice", "wonderland");
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.consent(consent, "approve");

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(200).body(containsString("You are all set"));
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(device.field("granted")).isEqualTo("openid profile watch");
  }

  @Test
  void approvingAgainOnTheConfirmPageLeadsToTheSamePage() {
    // Given
    phone.signIn("alice", "wonderland");
    var before = phone.open(Device.asks(stores, "clicked-tv").completeUri());
    phone.consent(phone.follow(phone.confirm(before, "continue")), "approve");
    var device = Device.asks(stores, "clicked-tv");
    var confirm = phone.open(device.completeUri());
    phone.confirm(confirm, "approve");

    // When
    var page = phone.follow(phone.confirm(confirm, "approve"));

    // Then
    page.then().statusCode(200).body(containsString("You are all set"));
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(device.field("granted")).isEqualTo("openid profile watch");
  }

  @Test
  void denyingAgainOnTheConfirmPageLeadsToTheSamePage() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());
    phone.confirm(confirm, "deny");

    // When
    var page = phone.follow(phone.confirm(confirm, "deny"));

    // Then
    page.then().statusCode(200).body(containsString("Request denied"));
  }

  @Test
  void denyingWhatWasApprovedIsTooLate() {
    // Given
    var device = Device.asks(stores);
    phone.signIn("alice", "wonderland");
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.consent(consent, "approve");

    // When
    var page = phone.follow(phone.consent(consent, "deny"));

    // Then
    page.then().statusCode(410).body(containsString("already approved"));
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  @Test
  void whatAnotherBrowserDeniedIsNotOnesOwnDecision() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());
    var other = new Phone();
    other.confirm(other.open(device.completeUri()), "deny");

    // When
    var page = phone.follow(phone.confirm(confirm, "deny"));

    // Then
    page.then().statusCode(410);
  }

  @ParameterizedTest
  @CsvSource({"continue, already approved", "deny, This request was denied"})
  void theEndIsForTheBrowserThatDecided(String decision, String said) {
    // Given
    var device = Device.asks(stores);
    var other = new Phone();
    var handle = Phone.hidden(other.open(device.completeUri()), "/device/confirm").get("grant");
    phone.signIn("alice", "wonderland");
    var answer = phone.confirm(phone.open(device.completeUri()), decision);
    if (decision.equals("continue")) {
      answer = phone.consent(phone.follow(answer), "approve");
    }
    var mark = answer.header("Location").replaceFirst("grant=[^&]*", "grant=" + handle);

    // When
    var page = other.open(mark);

    // Then
    phone.open(answer.header("Location")).then().statusCode(200);
    page.then().statusCode(410).body(containsString(said));
    other.open("/device/done?grant=" + handle).then().statusCode(410);
  }

  @Test
  void whatAnotherBrowserHasInHandIsInUse() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());
    var other = new Phone();
    other.confirm(other.open(device.completeUri()), "continue");

    // When
    var page = phone.follow(phone.confirm(confirm, "deny"));

    // Then
    page.then().statusCode(409).body(containsString("open in another browser"));
    assertThat(device.state()).isEqualTo("PENDING");
  }
}
