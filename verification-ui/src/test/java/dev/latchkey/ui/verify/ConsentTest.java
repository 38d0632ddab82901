package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ConsentTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void whoDoesNotWantItRememberedIsAskedAgain() {
    // Given
    phone.signIn("alice", "wonderland");
    var first = Device.asks(stores);
    phone.consentOnce(consent(first));
    var second = Device.asks(stores, first.field("client_id"));

    // When
    var confirm = phone.open(second.completeUri());

    // Then
    assertThat(first.state()).isEqualTo("APPROVED");
    confirm.then().body(containsString("value=\"continue\"")).body(not(containsString("Approve")));
  }

  @Test
  void theBoxComesTicked() {
    // Given
    phone.signIn("alice", "wonderland");

    // When
    var consent = consent(Device.asks(stores));

    // Then
    consent
        .then()
        .body(
            containsString(
                "type=\"checkbox\" id=\"remember\" name=\"remember\" value=\"yes\" checked"))
        .body(containsString("<label for=\"remember\">Remember this</label>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "pt-BR", "ja", "ar"})
  void theCodeIsInOnePieceInEverySentence(String language) {
    // Given
    phone.speaking(language).signIn("alice", "wonderland");
    var device = Device.asks(stores);

    // When
    var consent = consent(device);

    // Then
    consent
        .then()
        .statusCode(200)
        .body(
            containsString(
                "<bdi class=\"user-code\" dir=\"ltr\" translate=\"no\">"
                    + device.code()
                    + "</bdi>"));
  }

  @Test
  void codesDoNotBreak() {
    // When
    var style = phone.open("/assets/latchkey.css").asString();

    // Then
    assertThat(style)
        .containsPattern("\\n\\.user-code \\{[^}]*white-space: nowrap;")
        .containsPattern("\\np\\.code \\{[^}]*white-space: nowrap;");
  }

  @Test
  void whatIsRememberedCanBeSeenAgain() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores, remembered().field("client_id"));
    var confirm = phone.open(device.completeUri());

    // When
    var consent = phone.follow(phone.confirm(confirm, "continue"));

    // Then
    confirm.then().body(containsString("Show me again what it may do"));
    consent.then().statusCode(200).body(containsString("See your name"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void whatIsRememberedIsForgottenForWhoWantsToBeAsked() {
    // Given
    phone.signIn("alice", "wonderland");
    var client = remembered().field("client_id");
    var device = Device.asks(stores, client);

    try (var audit = AuditLines.open()) {
      // When
      phone.consentOnce(consent(device));

      // Then
      assertThat(device.state()).isEqualTo("APPROVED");
      assertThat(audit.of("consent.forgotten", "client_id", device.field("client_id"))).hasSize(1);
      assertThat(audit.of("grant.approved", "client_id", device.field("client_id")))
          .singleElement()
          .asString()
          .contains("consent=given");
      phone
          .open(Device.asks(stores, client).completeUri())
          .then()
          .body(containsString("value=\"continue\""));
    }
  }

  @Test
  void theFirstPartyAsksForNoConsentButForTheConfirmation() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores, grant -> grant.with("first_party", "1"));
    var confirm = phone.open(device.completeUri());

    try (var audit = AuditLines.open()) {
      // When
      var page = phone.follow(phone.confirm(confirm, "approve"));

      // Then
      confirm
          .then()
          .body(containsString("Is this the device in front of you"))
          .body(not(containsString("Show me again")));
      page.then().body(containsString("You are all set"));
      assertThat(audit.of("grant.approved", "client_id", device.field("client_id")))
          .singleElement()
          .asString()
          .contains("consent=first_party");
    }
  }

  @Test
  void theLastPageSaysWhatWasApproved() {
    // Given
    phone.signIn("alice", "wonderland");

    // When
    var page = phone.follow(phone.consent(consent(Device.asks(stores)), "approve"));

    // Then
    page.then()
        .body(containsString("\u2068Living-room TV\u2069 may now use your account"))
        .body(containsString("href=\"/devices\""));
  }

  @Test
  void theLastPageSaysNoNameThatIsNotOurs() {
    // Given
    phone.signIn("alice", "wonderland");
    var done = phone.consent(consent(Device.asks(stores)), "approve").header("Location");

    // When
    var page = phone.open(done.replace("Living-room", "Trojan-horse"));

    // Then
    page.then()
        .statusCode(410)
        .body(containsString("already approved"))
        .body(not(containsString("Trojan")));
  }

  private Response consent(Device device) {
    return phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
  }

  /** A device that this phone has approved. */
  private Device remembered() {
    var device = Device.asks(stores);
    phone.consent(consent(device), "approve").then().statusCode(303);
    return device;
  }
}
