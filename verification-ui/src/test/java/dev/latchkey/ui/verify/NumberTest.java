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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class NumberTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void afterTheApprovalThePageShowsTheNumber() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores, grant -> grant.with("confirmation", "number"));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    var number = device.field("number");
    page.then()
        .statusCode(200)
        .body(containsString(">" + number + "</p>"))
        .body(containsString("Number: " + number.charAt(0) + " " + number.charAt(1)))
        .body(containsString("choose Deny"))
        .body(not(containsString("You are all set")));
    assertThat(device.state()).isEqualTo("CONFIRMING");
  }

  @Test
  void whoIsFasterThanTheDeviceIsToldToWait() {
    // Given
    var device = confirming();
    var page = phone.open(at(device, "/device/number"));

    // When
    var early = phone.follow(phone.open(Phone.link(page, "/device/done")));

    // Then
    early
        .then()
        .statusCode(200)
        .body(containsString("has not arrived from your device yet"))
        .body(containsString(">" + device.field("number") + "</p>"));
  }

  @Test
  void onceTheDeviceHasBroughtTheNumberItIsDone() {
    // Given
    var device = confirming();
    var page = phone.open(at(device, "/device/number"));
    device.becomes("state", "APPROVED");

    // When
    var done = phone.follow(phone.open(Phone.link(page, "/device/done")));

    // Then
    done.then()
        .statusCode(200)
        .body(containsString("You are all set"))
        .body(containsString("Living-room TV"));
  }

  @Test
  void threeWrongNumbersAreADenial() {
    // Given
    var device = confirming();
    var address = at(device, "/device/number");
    device.becomes("state", "DENIED");

    // When
    var page = phone.follow(phone.open(address));

    // Then
    page.then().statusCode(410).body(containsString("This request was denied"));
  }

  @Test
  void afterThreeWrongNumbersWhoDidNotStartItIsHeard() {
    // Given
    var device = confirming();
    var number = phone.open(at(device, "/device/number"));
    device.becomes("state", "DENIED");

    try (var audit = AuditLines.open()) {
      // When
      var page = phone.follow(phone.number(number, "disown"));

      // Then
      page.then().statusCode(200).body(containsString("Nothing was let in"));
      assertThat(audit.of("grant.disowned")).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"deny, Request denied", "disown, Nothing was let in"})
  void untilThenTheApprovalCanBeTakenBack(String decision, String words) {
    // Given
    var device = confirming();
    var page = phone.open(at(device, "/device/number"));

    // When
    var refused = phone.follow(phone.number(page, decision));

    // Then
    refused.then().statusCode(200).body(containsString(words));
    assertThat(device.state()).isEqualTo("DENIED");
  }

  @Test
  void goingBackAndApprovingAgainShowsTheSameNumber() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores, grant -> grant.with("confirmation", "number"));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.consent(consent, "approve");
    var number = device.field("number");

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(200).body(containsString(">" + number + "</p>"));
    assertThat(device.field("number")).isEqualTo(number);
  }

  @Test
  void aDecisionSentAgainAfterTheDenialChangesNothing() {
    // Given
    var device = confirming();
    var page = phone.open(at(device, "/device/number"));
    phone.number(page, "deny");

    // When
    var again = phone.follow(phone.number(page, "deny"));

    // Then
    again.then().statusCode(200).body(containsString("Request denied"));
  }

  @ParameterizedTest
  @CsvSource({"deny", "disown"})
  void goingBackAfterTheDenialShowsNoNumber(String decision) {
    // Given
    var device = confirming();
    var address = at(device, "/device/number");
    var page = phone.open(address);
    var refused = phone.number(page, decision);
    phone.follow(refused);

    // When
    var back = phone.follow(phone.open(address));

    // Then
    page.then().header("Cache-Control", "no-store");
    // Without a cookie that was set since, Chromium would not even ask.
    refused
        .then()
        .header("Set-Cookie", containsString("latchkey=" + phone.cookie("latchkey") + ";"))
        .header("Set-Cookie", containsString("; HTTPOnly"));
    back.then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body(containsString("Request denied"))
        .body(not(containsString("class=\"number\"")));
  }

  @Test
  void anotherBrowserDoesNotSeeTheNumber() {
    // Given
    var device = confirming();

    // When
    var page = new Phone().open(device.completeUri());

    // Then
    page.then().statusCode(410).body(containsString("already approved"));
  }

  @Test
  void anAnswerThatIsNoneIsRefused() {
    // Given
    var device = confirming();
    var page = phone.open(at(device, "/device/number"));
    var fields = Phone.hidden(page, "/device/number");
    fields.putAll(Map.of("decision", "approve"));

    // When
    var answer = phone.post("/device/number", fields);

    // Then
    answer.then().statusCode(400);
    assertThat(device.state()).isEqualTo("CONFIRMING");
  }

  /** A device that this phone has approved, and that waits for its number. */
  private Device confirming() {
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores, grant -> grant.with("confirmation", "number"));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.consent(consent, "approve").then().statusCode(303);
    return device;
  }

  private String at(Device device, String path) {
    return phone.open(device.completeUri()).header("Location").replace("/device/number", path);
  }
}
