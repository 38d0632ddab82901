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
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class WhoAsksTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @ParameterizedTest(name = "from {0}")
  @CsvSource({
    "127.0.0.1,      The same network as this browser",
    "203.0.113.7,    Another network than this browser",
    "2001:db8::1234, Cannot be compared with this browser"
  })
  void thePageSaysWhetherItIsTheNetworkOfThisBrowser(String address, String words) {
    // Given
    var device = Device.asks(stores, grant -> grant.with("address", address));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then().statusCode(200).body(containsString(words));
  }

  @Test
  void theLogoIsThatOfTheClient() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("client_logo", "kTm4PZ0uVEPqBvS1cXq5aw"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then().body(containsString("src=\"/assets/clients/kTm4PZ0uVEPqBvS1cXq5aw\""));
  }

  @Test
  void thePageKeepsItsLanguageForWhoIsSignedIn() {
    // Given
    var german = new Phone().speaking("de");
    german.signIn("alice", "wonderland");
    var device = Device.asks(stores);

    // When
    var page = german.open(device.completeUri());

    // Then
    page.then().body(containsString("Steht dieses Gerät vor Ihnen"));
  }

  @Test
  void denyAndApproveWeighTheSame() {
    // Given
    var device = Device.asks(stores);

    // When
    var page = phone.open(device.completeUri()).asString();

    // Then
    assertThat(page)
        .containsPattern(
            "<div class=\"choice\">\\s*<button type=\"submit\" name=\"decision\" value=\"deny\">"
                + "[^<]+</button>\\s*<button type=\"submit\" name=\"decision\" value=\"continue\">");
  }

  @Test
  void whoDidNotStartItDeniesAndTheOperatorIsTold() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());

    try (var audit = AuditLines.open()) {
      // When
      var page = phone.follow(phone.confirm(confirm, "disown"));

      // Then
      page.then()
          .statusCode(200)
          .body(containsString("Nothing was let in"))
          .body(containsString("they tried to get into your account"));
      assertThat(device.state()).isEqualTo("DENIED");
      assertThat(audit.of("grant.disowned", "client_id", device.field("client_id")))
          .singleElement()
          .asString()
          .contains("asked_from=203.0.113.7")
          .contains("address=127.0.0.1");
      assertThat(audit.of("grant.denied", "client_id", device.field("client_id"))).isEmpty();
    }
  }

  @Test
  void whoSaysSoTwiceIsToldTheSameAndTheOperatorOnce() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());

    try (var audit = AuditLines.open()) {
      phone.confirm(confirm, "disown");

      // When
      var page = phone.follow(phone.confirm(confirm, "disown"));

      // Then
      page.then().body(containsString("Nothing was let in"));
      assertThat(audit.of("grant.disowned", "client_id", device.field("client_id"))).hasSize(1);
    }
  }

  @Test
  void whoThinksOfItAfterDenyingIsHeardToo() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());

    try (var audit = AuditLines.open()) {
      phone.confirm(confirm, "deny");

      // When
      var page = phone.follow(phone.confirm(confirm, "disown"));

      // Then
      page.then().body(containsString("Nothing was let in"));
      assertThat(audit.of("grant.disowned")).hasSize(1);
    }
  }

  @Test
  void theConsentPageHasTheSameWayOut() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    var page = phone.follow(phone.consent(consent, "disown"));

    // Then
    page.then().body(containsString("Nothing was let in"));
    assertThat(device.state()).isEqualTo("DENIED");
  }

  @Test
  void whatWasApprovedIsNotSaidToBeKeptOut() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.consent(consent, "approve");

    // When
    var page = phone.follow(phone.consent(consent, "disown"));

    // Then
    page.then().statusCode(410).body(containsString("already approved"));
    phone
        .follow(phone.open("/device/disowned?grant=" + handle(consent)))
        .then()
        .body(not(containsString("Nothing was let in")));
  }

  private static String handle(Response page) {
    return Phone.hidden(page, "/device/consent").getOrDefault("grant", "");
  }
}
