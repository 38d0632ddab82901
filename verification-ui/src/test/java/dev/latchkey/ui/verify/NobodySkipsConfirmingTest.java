package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class NobodySkipsConfirmingTest {

  private static final String QUESTION = "Is this the device in front of you";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  private final Phone phone = new Phone();

  @Test
  void anotherAccountWithARememberedConsentIsAskedFirst() {
    // Given
    approvedBefore("switched-tv");
    var device = Device.asks(stores, "switched-tv");
    var signIn = phone.open(Phone.link(phone.open(device.completeUri()), "/login"));

    // When
    var page = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString(QUESTION));
    assertThat(device.state()).isEqualTo("PENDING");
    assertThat(device.field("browser")).isEmpty();
  }

  @Test
  void anotherAccountThatHasNotAgreedBeforeIsAskedFirst() {
    // Given
    var device = Device.asks(stores);
    phone.signIn("carol", "carols-secret");
    var signIn = phone.open(Phone.link(phone.open(device.completeUri()), "/login"));

    // When
    var page = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString(QUESTION));
  }

  @Test
  void aSignInAddressTypedByHandLeadsToTheQuestion() {
    // Given
    approvedBefore("typed-tv");
    var device = Device.asks(stores, "typed-tv");
    var signIn = phone.open("/login?grant=" + handle(device));

    // When
    var page = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString(QUESTION));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void aConsentAddressTypedByHandLeadsToTheQuestion() {
    // Given
    var device = Device.asks(stores);
    phone.signIn("alice", "wonderland");

    // When
    var page = phone.follow(phone.open("/device/consent?grant=" + handle(device)));

    // Then
    page.then().statusCode(200).body(containsString(QUESTION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "&grant=x"})
  void aConsentWithoutTheMarkOfTheConfirmPageApprovesNothing(String mark) {
    // Given
    var device = Device.asks(stores);
    phone.signIn("alice", "wonderland");
    var confirm = phone.open(device.completeUri());
    var fields = Phone.hidden(confirm, "/device/confirm");
    fields.putAll(Map.of("confirmed", mark, "decision", "approve"));

    // When
    var page = phone.follow(phone.post("/device/consent", fields));

    // Then
    page.then().statusCode(200).body(containsString(QUESTION));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void theMarkOfOneDeviceIsOfNoUseToAnother() {
    // Given
    phone.signIn("alice", "wonderland");
    var mine = Device.asks(stores);
    var consent = phone.follow(phone.confirm(phone.open(mine.completeUri()), "continue"));
    var fields = Phone.hidden(consent, "/device/consent");
    var theirs = Device.asks(stores);
    fields.putAll(Map.of("grant", handle(theirs), "decision", "approve"));

    // When
    var page = phone.follow(phone.post("/device/consent", fields));

    // Then
    page.then().statusCode(200).body(containsString(QUESTION)).body(containsString(theirs.code()));
    assertThat(theirs.state()).isEqualTo("PENDING");
  }

  @Test
  void whoChangesTheAccountAfterConfirmingIsNotAskedAgain() {
    // Given
    var device = Device.asks(stores);
    phone.signIn("carol", "carols-secret");
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    var signIn = phone.open(Phone.link(consent, "/login"));

    // When
    var page = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // Then
    page.then().statusCode(200).body(containsString("Signed in as \u2068Alice Liddell\u2069"));
    phone.follow(phone.consent(page, "approve")).then().body(containsString("You are all set"));
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  private String handle(Device device) {
    return Phone.hidden(phone.open(device.completeUri()), "/device/confirm")
        .getOrDefault("grant", "");
  }

  /** Alice goes the whole way on this phone, for a device of that client. */
  private void approvedBefore(String client) {
    var device = Device.asks(stores, client);
    phone.signIn("alice", "wonderland");
    var consent = phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
    phone.follow(phone.consent(consent, "approve")).then().statusCode(200);
  }
}
