package dev.latchkey.token.refresh;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a client of its own: what is known of one is up to 10 s old. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class WithdrawnScopeTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void whatAClientMayNotAskForAnyMoreIsNotRefreshed() {
    // Given
    var token = linked("shrunk-tv", "openid offline_access");

    // When
    var response = post(refreshForm(token).formParam("client_id", "shrunk-tv"));

    // Then
    response.statusCode(200).body("scope", equalTo("openid offline_access"));
  }

  @Test
  void askingForItByNameIsRefused() {
    // Given
    var token = linked("greedy-tv", "openid offline_access");

    // When
    var response =
        post(refreshForm(token).formParam("client_id", "greedy-tv").formParam("scope", "watch"));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_scope"));
  }

  /** The approval was for more than the client is registered for by now. */
  private String linked(String client, String scopes) {
    Neighbours.publicClient(stores, client, "scopes = '" + scopes + "'");
    var code =
        approvedBy(ALICE.toString())
            .with("client_id", client)
            .withScope("openid offline_access watch")
            .save(stores.redis());
    return post(pollForm(code.value()).formParam("client_id", client))
        .statusCode(200)
        .extract()
        .path("refresh_token");
  }
}
