package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Neighbours.ALICE;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store that is away is never an answer: 503, nothing changed, and all well again afterwards. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class StoresAwayTest {

  private static final String NOBODYS_PORT = "1";

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
  }

  @AfterEach
  void mend() {
    stores().postgres().thaw();
    stores().redis().thaw();
    stores().redis().execute("REPLICAOF", "NO", "ONE");
  }

  @Test
  void aFrozenRedisMakesPollsSlowDown() {
    // Given
    var code = pending().save(stores().redis());
    stores().redis().freeze();

    // When
    var response = poll(code);

    // Then
    stores().redis().thaw();
    isToldToSlowDown(response);
    recovers(code, "authorization_pending");
  }

  @Test
  void aPodThatRedisHasLetInStaysReadyWithoutIt() {
    // Given
    await().atMost(15, SECONDS).untilAsserted(() -> readiness().statusCode(200));
    stores().redis().freeze();

    // When
    var response = readiness();

    // Then
    stores().redis().thaw();
    response.statusCode(200).body("checks.name", hasItem("redis-reached"));
  }

  @Test
  void aStoppedRedisMakesPollsSlowDown() {
    // Given
    var code = pending().save(stores().redis());
    poll(code);
    stores().redis().kill();

    // When
    var response = poll(code);

    // Then
    stores().redis().restart();
    isToldToSlowDown(response);
    recovers(pending().save(stores().redis()), "authorization_pending");
  }

  @Test
  void aFullRedisStillDeliversWhatWasApproved() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());
    stores().redis().execute("CONFIG", "SET", "maxmemory", "1");

    // When
    var response = poll(code);

    // Then
    stores().redis().execute("CONFIG", "SET", "maxmemory", "0");
    response.statusCode(200).body("access_token", notNullValue());
  }

  @Test
  void aFrozenPostgresqlMakesAClaimComeAgain() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());
    poll(pending().save(stores().redis()));
    stores().postgres().freeze();

    // When
    var response = poll(code);

    // Then
    stores().postgres().thaw();
    isToldToSlowDown(response);
    await()
        .atMost(15, SECONDS)
        .untilAsserted(() -> poll(code).statusCode(200).body("access_token", notNullValue()));
  }

  @Test
  void aClaimIsGivenBackWhenRedisListensAgain() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores().redis());
    poll(pending().save(stores().redis()));
    stores().postgres().freeze();
    var response = CompletableFuture.supplyAsync(() -> poll(code));
    await().until(() -> state(code).equals("CLAIMED"));
    stores().redis().execute("REPLICAOF", "127.0.0.1", NOBODYS_PORT);
    var answer = response.join();
    var untilThen = state(code);

    // When
    stores().redis().execute("REPLICAOF", "NO", "ONE");

    // Then
    isToldToSlowDown(answer);
    assertThat(untilThen).isEqualTo("CLAIMED");
    await().atMost(5, SECONDS).until(() -> state(code).equals("APPROVED"));
  }

  @Test
  void aStoppedPostgresqlLeavesPendingPollsAlone() {
    // Given
    var pending = pending().save(stores().redis());
    poll(pending().save(stores().redis()));
    var approved = approvedBy(ALICE.toString()).save(stores().redis());
    stores().postgres().stop();

    // When
    var polled = poll(pending);
    var claimed = poll(approved);

    // Then
    stores().postgres().restart();
    polled.statusCode(400).body("error", equalTo("authorization_pending"));
    isToldToSlowDown(claimed);
    await()
        .atMost(15, SECONDS)
        .untilAsserted(() -> poll(approved).statusCode(200).body("access_token", notNullValue()));
  }

  @Test
  void aFrozenPostgresqlMakesARefreshTryAgain() {
    // Given
    String token =
        poll(approvedBy(ALICE.toString()).save(stores().redis())).extract().path("refresh_token");
    stores().postgres().freeze();

    // When
    var response = refresh(token);

    // Then
    stores().postgres().thaw();
    response
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("temporarily_unavailable"));
    await().atMost(15, SECONDS).untilAsserted(() -> refresh(token).statusCode(200));
  }

  private String state(DeviceCode code) {
    var key = "grant:{" + code.grantId().value() + "}";
    return Objects.toString(stores().redis().execute("HGET", key, "state"));
  }

  private ValidatableResponse readiness() {
    return given().port(management).when().get("/q/health/ready").then();
  }

  private static void recovers(DeviceCode code, String error) {
    await()
        .atMost(15, SECONDS)
        .untilAsserted(() -> poll(code).statusCode(400).body("error", equalTo(error)));
  }

  private static void isToldToSlowDown(ValidatableResponse response) {
    response
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .header("Cache-Control", "no-store")
        .body("error", equalTo("slow_down"))
        .time(lessThan(8L), SECONDS);
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
