package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.oauth.switches.SwitchedOff;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.stores.StoredSwitches;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KillSwitchTest {

  private static final String TV = "paused-tv";
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration OFTEN = Duration.ofMillis(20);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KillSwitches known;

  private final Phone phone = new Phone();

  @AfterEach
  void release() {
    StoredSwitches.in(stores).releaseAll();
    await()
        .atMost(SOON)
        .pollInterval(OFTEN)
        .until(() -> known.active().equals(SwitchedOff.NOTHING));
  }

  static Stream<KillSwitch> whateverConcernsIt() {
    return Stream.of(
        KillSwitch.SERVICE,
        KillSwitch.client(TV),
        KillSwitch.api(StoredGrant.API),
        KillSwitch.scope("watch"));
  }

  @ParameterizedTest
  @MethodSource("whateverConcernsIt")
  void whoTypesACodeReadsThatItIsPausedAndIsNotAskedForConsent(KillSwitch what) {
    // Given
    phone.signIn("alice", "wonderland");
    var device = tv("watch offline_access");
    off(what);

    // When
    var page = phone.follow(phone.typeCode(device.code()));

    // Then
    page.then()
        .statusCode(403)
        .body(containsString("Paused for now"))
        .body(containsString("Nothing has been decided"))
        .body(not(containsString("value=\"approve\"")));
    assertThat(device.state()).isEqualTo("PENDING");
  }

  @Test
  void nobodySignsInInVain() {
    // Given
    var device = tv("openid watch");
    off(KillSwitch.client(TV));

    // When
    var page = phone.follow(phone.typeCode(device.code()));

    // Then
    page.then().statusCode(403).body(containsString("Paused for now"));
  }

  @Test
  void whoIsOnTheWayApprovesNothing() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = tv("openid watch");
    var confirm = phone.open(device.completeUri());
    off(KillSwitch.client(TV));

    try (var audit = AuditLines.open()) {
      // When
      var page = phone.follow(phone.confirm(confirm, "continue"));

      // Then
      page.then().statusCode(403).body(containsString("Paused for now"));
      assertThat(device.state()).isEqualTo("PENDING");
      assertThat(audit.of("grant.barred", "reason", "switched_off")).hasSize(1);
    }
  }

  @Test
  void oneScopeOfSeveralStopsNobody() {
    // Given
    var device = tv("openid watch");
    off(KillSwitch.scope("watch"));

    // When
    var page = phone.open(device.completeUri());

    // Then
    page.then().statusCode(200).body(containsString("Is this the device in front of you"));
  }

  @Test
  void whatIsPausedCanBeDenied() {
    // Given
    var device = tv("openid watch");
    off(KillSwitch.SERVICE);
    var page = phone.follow(phone.typeCode(device.code()));

    // When
    phone.confirm(page, "deny");

    // Then
    assertThat(device.state()).isEqualTo("DENIED");
  }

  private Device tv(String scope) {
    return Device.asks(stores, grant -> grant.with("client_id", TV).withScope(scope));
  }

  private void off(KillSwitch what) {
    StoredSwitches.in(stores).off(what.kind().word(), what.name());
    await().atMost(SOON).pollInterval(OFTEN).until(() -> known.active().all().contains(what));
  }
}
