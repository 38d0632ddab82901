package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class WholeWayTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void aFirstTimePersonSeesThreePagesAfterTheCode() {
    // Given
    var device = Device.asks(stores);

    // When
    var confirm =
        phone.follow(phone.typeCode(device.code().toLowerCase(Locale.ROOT).replace("-", " ")));
    var signIn = phone.follow(phone.confirm(confirm, "continue"));
    var consent = phone.follow(phone.signIn(signIn, "alice", "wonderland"));
    var done = phone.follow(phone.consent(consent, "approve"));

    // Then
    confirm
        .then()
        .statusCode(200)
        .body(containsString("Living-room TV"))
        .body(containsString(device.code()))
        .body(containsString("203.0.113.x"))
        .body(not(containsString("203.0.113.7<")))
        .body(containsString("Watch your programmes"));
    signIn.then().statusCode(200).body(containsString("Sign in to connect"));
    consent
        .then()
        .statusCode(200)
        .body(containsString("Alice Liddell"))
        .body(containsString("TV programme"))
        .body(containsString("See your name"));
    done.then().statusCode(200).body(containsString("Return to your device"));
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(device.field("granted")).isEqualTo("openid profile watch");
    assertThat(device.field("amr")).isEqualTo("pwd");
    assertThat(device.field("subject")).hasSize(36);
  }

  @Test
  void aReturningPersonSeesOnePage() {
    // Given
    approvedBefore("one-page-tv");
    var device = Device.asks(stores, "one-page-tv");

    // When
    var confirm = phone.open(device.completeUri());
    var done = phone.follow(phone.confirm(confirm, "approve"));

    // Then
    confirm.then().statusCode(200).body(containsString("value=\"approve\""));
    done.then().statusCode(200).body(containsString("You are all set"));
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  @Test
  void signingInAgainDoesNotAskForTheSameConsentAgain() {
    // Given
    approvedBefore("known-tv");
    var device = Device.asks(stores, "known-tv");
    var other = new Phone();
    var confirm = other.open(device.completeUri());
    var signIn = other.follow(other.confirm(confirm, "continue"));

    // When
    var done = other.follow(other.signIn(signIn, "alice", "wonderland"));

    // Then
    done.then().body(containsString("You are all set"));
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  @Test
  void moreThanWasAgreedToIsAskedForAgain() {
    // Given
    approvedBefore("greedy-tv");
    var device =
        Device.asks(
            stores,
            grant -> grant.with("client_id", "greedy-tv").withScope("openid profile email watch"));
    var confirm = phone.open(device.completeUri());

    // When
    var consent = phone.follow(phone.confirm(confirm, "continue"));

    // Then
    confirm.then().body(containsString("value=\"continue\""));
    consent.then().body(containsString("See your email address"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void consentOfOnePersonIsNotThatOfAnother() {
    // Given
    approvedBefore("shared-tv");
    var device = Device.asks(stores, "shared-tv");
    var other = new Phone();
    other.signIn("carol", "carols-secret");

    // When
    var confirm = other.open(device.completeUri());

    // Then
    confirm.then().body(containsString("value=\"continue\"")).body(containsString("Carol"));
  }

  @Test
  void aGetNeitherBindsNorApproves() {
    // Given
    approvedBefore("previewed-tv");
    var device = Device.asks(stores, "previewed-tv");

    // When
    new Phone().open(device.completeUri());
    var page = phone.open(device.completeUri());
    var handle = Phone.hidden(page, "/device/confirm").get("grant");
    phone.open("/device/confirm?decision=approve&grant=" + handle);
    phone.open("/device/consent?decision=approve&grant=" + handle);
    phone.open("/login?grant=" + handle);

    // Then
    assertThat(device.state()).isEqualTo("PENDING");
    assertThat(device.field("browser")).isEmpty();
  }

  @Test
  void whatWasDeniedStaysDeniedAfterGoingBack() {
    // Given
    var device = Device.asks(stores);
    phone.signIn("alice", "wonderland");
    var confirm = phone.open(device.completeUri());
    var consent = phone.follow(phone.confirm(confirm, "continue"));
    phone.follow(phone.consent(consent, "deny")).then().body(containsString("Request denied"));

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(410).body(containsString("That is final"));
    assertThat(device.state()).isEqualTo("DENIED");
  }

  @Test
  void denyingNeedsNoAccount() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());

    // When
    var page = phone.follow(phone.confirm(confirm, "deny"));

    // Then
    page.then().statusCode(200).body(containsString("Request denied"));
    assertThat(device.state()).isEqualTo("DENIED");
    assertThat(device.field("subject")).isEmpty();
  }

  @Test
  void reloadingTheLastPageChangesNothing() {
    // Given
    var device = Device.asks(stores);
    var denied = phone.confirm(phone.open(device.completeUri()), "deny");

    // When
    var again = phone.open(denied.header("Location"));

    // Then
    again.then().statusCode(200).body(containsString("Request denied"));
  }

  @Test
  void twoTabsDecideEachItsOwnDevice() {
    // Given
    phone.signIn("alice", "wonderland");
    var tv = Device.asks(stores);
    var printer = Device.asks(stores);
    var tvTab = phone.open(tv.completeUri());
    var printerTab = phone.open(printer.completeUri());

    // When
    phone.confirm(tvTab, "deny");
    var consent = phone.follow(phone.confirm(printerTab, "continue"));
    phone.consent(consent, "approve");

    // Then
    assertThat(tv.state()).isEqualTo("DENIED");
    assertThat(printer.state()).isEqualTo("APPROVED");
  }

  @Test
  void aCodeThatExpiresOnThePageIsNotApproved() {
    // Given
    approvedBefore("slow-tv");
    var device = Device.asks(stores, "slow-tv");
    var confirm = phone.open(device.completeUri());
    device.expires();

    // When
    var page = phone.follow(phone.confirm(confirm, "approve"));

    // Then
    page.then().statusCode(410).body(containsString("This code has expired"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void aUsedCodeSaysSo() {
    // Given
    var device = approvedBefore("used-tv");

    // When
    var page = new Phone().open(device.completeUri());

    // Then
    page.then().statusCode(410).body(containsString("already approved"));
  }

  @Test
  void anotherSessionsHandleLeadsBackToTheStart() {
    // Given
    var device = Device.asks(stores);
    var handle = Phone.hidden(phone.open(device.completeUri()), "/device/confirm").get("grant");
    var thief = new Phone();
    var csrf = Phone.hidden(thief.open("/device"), "/device").get("csrf");

    // When
    var answer =
        thief.post("/device/confirm", Map.of("csrf", csrf, "grant", handle, "decision", "deny"));

    // Then
    answer.then().statusCode(303).header("Location", equalTo("/device"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  /** Alice goes the whole way on this phone, for a device of that client. */
  private Device approvedBefore(String client) {
    var device = Device.asks(stores, client);
    phone.signIn("alice", "wonderland");
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.follow(phone.consent(consent, "approve")).then().statusCode(200);
    assertThat(device.state()).isEqualTo("APPROVED");
    return device;
  }
}
