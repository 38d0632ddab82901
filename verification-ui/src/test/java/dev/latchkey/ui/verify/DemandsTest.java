package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import dev.latchkey.ui.Registry;
import dev.latchkey.ui.StoredSession;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DemandsTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void aCodeThatHasToBeTypedIsNotTakenFromALink() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("typed_code", "1"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then()
        .statusCode(200)
        .body(containsString("type the code that your device shows"))
        .body(containsString("name=\"user_code\" type=\"text\" value=\"\""))
        .body(not(containsString(device.code())))
        .body(not(containsString("name=\"grant\"")));
  }

  @Test
  void aCodeThatHasToBeTypedIsTakenWhenItIs() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("typed_code", "1"));
    phone.open(device.completeUri());

    // When
    var page = phone.follow(phone.typeCode(device.code()));

    // Then
    page.then().statusCode(200).body(containsString("Is this the device in front of you"));
  }

  @Test
  void aListedNetworkIsLetThrough() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("networks", "10.0.0.0/8 127.0.0.0/8"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then().statusCode(200).body(containsString("Is this the device in front of you"));
  }

  @Test
  void anotherNetworkIsToldSoAndTheCodeStaysUsable() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("networks", "10.0.0.0/8"));

    // When
    var page = phone.follow(phone.typeCode(device.code()));

    // Then
    page.then()
        .statusCode(403)
        .body(containsString("Not from this network"))
        .body(containsString("Nothing has been decided"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void whoeverIsBarredCanStillDeny() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("networks", "10.0.0.0/8"));
    var page = phone.follow(phone.typeCode(device.code()));

    // When
    phone.confirm(page, "disown");

    // Then
    assertThat(device.state()).isEqualTo("DENIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"continue", "approve"})
  void aFormFromElsewhereApprovesNothing(String decision) {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var confirm = phone.open(device.completeUri());
    device.becomes("networks", "10.0.0.0/8");

    try (var audit = AuditLines.open()) {
      // When
      var page = phone.follow(phone.confirm(confirm, decision));

      // Then
      page.then().statusCode(403).body(containsString("Not from this network"));
      assertThat(device.state()).isEqualTo("PENDING");
      assertThat(audit.of("grant.barred", "client_id", device.field("client_id")))
          .singleElement()
          .asString()
          .contains("network");
    }
  }

  @Test
  void aDeviceElsewhereIsRefusedWhereTheNetworksHaveToBeTheSame() {
    // Given
    var device = Device.asks(stores, grant -> grant.with("same_network", "1"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then().statusCode(403).body(containsString("Not in the same network"));
  }

  @Test
  void aDeviceNextToTheBrowserIsNot() {
    // Given
    var device =
        Device.asks(stores, grant -> grant.with("same_network", "1").with("address", "127.0.0.1"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then().statusCode(200);
  }

  @Test
  void aLocalAccountIsInNoGroup() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores, grant -> grant.with("groups", "night staff\nowners"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then()
        .statusCode(403)
        .body(containsString("Not with this account"))
        .body(containsString("Use another account"));
  }

  @Test
  void oneOfTheGroupsIsEnough() {
    // Given
    phone.signIn("alice", "wonderland");
    StoredSession.of(phone, stores).signedInWithGroups("day staff", "owners");
    var device = Device.asks(stores, grant -> grant.with("groups", "night staff\nowners"));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    phone.follow(phone.consent(consent, "approve"));

    // Then
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  @Test
  void whoLeavesTheGroupMeanwhileApprovesNothing() {
    // Given
    phone.signIn("alice", "wonderland");
    var session = StoredSession.of(phone, stores);
    session.signedInWithGroups("owners");
    var device = Device.asks(stores, grant -> grant.with("groups", "owners"));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    session.signedInWithGroups("others");

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(403).body(containsString("Not with this account"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update registry.client set enabled = false where client_id = '%s'",
        "delete from registry.client where client_id = '%s'"
      })
  void aClientThatWasStoppedMeanwhileIsFoundBeforeSuccessIsShown(String stop) {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    Registry.run(stores, stop.formatted(device.field("client_id")));

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(403).body(containsString("cannot be connected at the moment"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void anApiThatWasWithdrawnMeanwhileIsToo() {
    // Given
    phone.signIn("alice", "wonderland");
    var api = "https://api.example.com/short-lived";
    var device = Device.asks(stores, grant -> grant.with("api", api));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    Registry.run(
        stores, "update registry.api set enabled = false where identifier = '" + api + "'");

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(403).body(containsString("cannot be connected at the moment"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void anOldSignInIsAskedForOnceMore() {
    // Given
    phone.signIn("alice", "wonderland");
    StoredSession.of(phone, stores).signedInBefore(Duration.ofHours(1));
    var device = Device.asks(stores, grant -> grant.with("max_age", "60"));

    // When
    var signIn = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // Then
    signIn.then().statusCode(200).body(containsString("sign in once more"));
    var consent = phone.follow(phone.signIn(signIn, "alice", "wonderland"));
    phone.follow(phone.consent(consent, "approve")).then().body(containsString("You are all set"));
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  @Test
  void aConsentAddressDoesNotSkipTheFreshSignIn() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores, grant -> grant.with("max_age", "60"));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    StoredSession.of(phone, stores).signedInBefore(Duration.ofHours(1));

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then().statusCode(200).body(containsString("sign in once more"));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void aSignInOfTheWantedContextWillDo() {
    // Given
    phone.signIn("alice", "wonderland");
    var session = StoredSession.of(phone, stores);
    session.signedInBefore(Duration.ofHours(1));
    session.set("acr", "gold");
    var device = Device.asks(stores, grant -> grant.with("acr_values", "gold silver"));
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));

    // When
    phone.consent(consent, "approve");

    // Then
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(device.field("acr")).isEqualTo("gold");
  }
}
