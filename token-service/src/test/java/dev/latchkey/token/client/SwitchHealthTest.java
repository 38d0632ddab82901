package dev.latchkey.token.client;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Switches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SwitchHealthTest {

  private static final String CHECK = "checks.find { it.name == 'kill-switches' }";

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KillSwitches known;

  @AfterEach
  void release() {
    new Switches(stores, known).release();
  }

  @Test
  void whatIsOffIsShownAndNoPodIsTheWorseForIt() {
    // Given
    var switches = new Switches(stores, known);
    switches.off(KillSwitch.client("shown-tv"));
    switches.off(KillSwitch.client("another-shown-tv"));
    switches.off(KillSwitch.scope("shown"));

    // When
    var response = given().port(management).when().get("/q/health").then();

    // Then
    response
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body(CHECK + ".status", equalTo("UP"))
        .body(CHECK + ".data.service", equalTo("on"))
        .body(CHECK + ".data.clients", equalTo("another-shown-tv, shown-tv"))
        .body(CHECK + ".data.apis", equalTo(""))
        .body(CHECK + ".data.scopes", equalTo("shown"))
        .body(CHECK + ".data.as_of", notNullValue());
  }
}
