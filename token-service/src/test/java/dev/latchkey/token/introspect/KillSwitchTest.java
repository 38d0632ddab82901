package dev.latchkey.token.introspect;

import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.refresh;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.oauth.client.SecretHash;
import dev.latchkey.oauth.switches.KillSwitch;
import dev.latchkey.oauth.switches.KillSwitches;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import dev.latchkey.token.Switches;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class KillSwitchTest {

  private static final String API = "https://api.example.com/paused";
  private static final String TV = "introspected-tv";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @Inject
  @SuppressWarnings("NullAway.Init")
  KillSwitches known;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
    Neighbours.publicClient(stores, TV, "enabled = true");
    Neighbours.run(
        stores,
        """
        insert into registry.client
            (client_id, token_endpoint_auth_method, secret_hash, grant_types)
          values ('paused-api', 'client_secret_basic', '%s', '') on conflict do nothing;
        insert into registry.api values ('%s', true, true, 600000, 'paused-api')
          on conflict do nothing
        """
            .formatted(SecretHash.of(Neighbours.SECRET).encoded(), API));
  }

  @AfterEach
  void release() {
    switches().release();
  }

  static Stream<KillSwitch> whateverConcernsIt() {
    return Stream.of(
        KillSwitch.SERVICE, KillSwitch.client(TV), KillSwitch.api(API), KillSwitch.scope("watch"));
  }

  @ParameterizedTest
  @MethodSource("whateverConcernsIt")
  void aTokenIsNotLiveWhileItIsOff(KillSwitch what) {
    // Given
    var token = token("offline_access watch");
    switches().off(what);

    // When
    var response = introspect(token);

    // Then
    response.statusCode(200).body("active", equalTo(false));
    switches().release();
    introspect(token).statusCode(200).body("active", equalTo(true));
  }

  @Test
  void oneScopeOfSeveralIsLeftOut() {
    // Given
    var token = token("openid offline_access watch");
    switches().off(KillSwitch.scope("watch"));

    // When
    var response = introspect(token);

    // Then
    response
        .statusCode(200)
        .body("active", equalTo(true))
        .body("scope", equalTo("openid offline_access"));
  }

  @Test
  void whoeverAsksIsOffToo() {
    // Given
    var token = token("watch offline_access");
    switches().off(KillSwitch.client("paused-api"));

    // When
    var response = introspect(token);

    // Then
    response.statusCode(503).body("error", equalTo("temporarily_unavailable"));
  }

  private Switches switches() {
    return new Switches(stores, known);
  }

  private String token(String scope) {
    var family =
        StoredFamily.linked(stores, TV).with("api = '" + API + "'").with("scope = '" + scope + "'");
    return refresh(family.token(1), TV).statusCode(200).extract().path("access_token");
  }

  private static ValidatableResponse introspect(String token) {
    return form()
        .auth()
        .preemptive()
        .basic("paused-api", Neighbours.SECRET)
        .formParam("token", token)
        .when()
        .post("/oauth/introspect")
        .then();
  }
}
