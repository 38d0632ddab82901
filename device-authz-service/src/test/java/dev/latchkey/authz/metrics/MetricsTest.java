package dev.latchkey.authz.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.metrics.Exposition;
import dev.latchkey.metrics.MetricsPage;
import dev.latchkey.stores.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class MetricsTest {

  private static final String STARTS = "latchkey_starts_total";

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  @Test
  void areWhatThePageSays() {
    // Given
    start("tv");

    // When
    var told = told();

    // Then
    assertThat(MetricsPage.read().differences("device-authz-service", told)).isEmpty();
  }

  @Test
  void areNotForThePublic() {
    // When
    var response = given().when().get("/q/metrics").then();

    // Then
    response.statusCode(404);
  }

  @Test
  void aStartIsCountedByWhatBecameOfIt() {
    // Given
    var before = told();

    // When
    start("tv");
    start("nobody");

    // Then
    var after = told();
    assertThat(more(after, before, STARTS, "created")).isEqualTo(1);
    assertThat(more(after, before, STARTS, "refused")).isEqualTo(1);
  }

  @Test
  void theRegistryIsInStepWithItsFile() {
    // When
    var told = told();

    // Then
    assertThat(told.value("latchkey_registry_valid")).isEqualTo(1);
    assertThat(told.value("latchkey_registry_in_step_timestamp_seconds")).isPositive();
  }

  private static void start(String client) {
    given()
        .contentType("application/x-www-form-urlencoded")
        .formParam("client_id", client)
        .when()
        .post("/oauth/device/code");
  }

  private static double more(Exposition after, Exposition before, String name, String outcome) {
    return after.value(name, "outcome", outcome) - before.value(name, "outcome", outcome);
  }

  private Exposition told() {
    return Exposition.parse(given().port(management).when().get("/q/metrics").asString());
  }
}
