package dev.latchkey.token.metrics;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.denied;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Neighbours.ALICE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.metrics.Exposition;
import dev.latchkey.metrics.MetricsPage;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class MetricsTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void areWhatThePageSays() {
    // Given
    poll(approved()).statusCode(200);

    // When
    var told = told();

    // Then
    assertThat(MetricsPage.read().differences("token-service", told)).isEmpty();
  }

  @Test
  void areNotForThePublic() {
    // When
    var response = given().when().get("/q/metrics").then();

    // Then
    response.statusCode(404);
  }

  static Stream<Arguments> polls() {
    return Stream.of(
        Arguments.of(pending(), "pending"),
        Arguments.of(pending().nextPollIn(30), "slow_down"),
        Arguments.of(denied(), "denied"),
        Arguments.of(pending().expired(), "expired"),
        Arguments.of(approvedBy(ALICE.toString()), "granted"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("polls")
  void aPollIsCountedByWhatItIsTold(StoredGrant grant, String answer) {
    // Given
    var code = grant.save(stores.redis());
    var before = polls(answer);

    // When
    poll(code);

    // Then
    assertThat(polls(answer) - before).isEqualTo(1);
  }

  @Test
  void aPollWithACodeThatIsNoneIsCountedAsInvalid() {
    // Given
    var before = polls("invalid");

    // When
    poll(DeviceCode.random());

    // Then
    assertThat(polls("invalid") - before).isEqualTo(1);
  }

  @Test
  void aPollThatAStoreKeepsFromItsAnswerIsCounted() {
    // Given
    var code = pending().save(stores.redis());
    var before = told();
    stores.redis().freeze();

    // When
    poll(code);

    // Then
    stores.redis().thaw();
    var after = told();
    assertThat(more(after, before, "latchkey_polls_total", "answer", "unavailable")).isEqualTo(1);
    assertThat(
            more(after, before, "latchkey_store_failures_total", "store", "redis", "call", "poll"))
        .isEqualTo(1);
  }

  @Test
  void aRefreshIsCountedByWhatBecameOfIt() {
    // Given
    String token = poll(approved()).extract().path("refresh_token");
    var before = told();

    // When
    refresh(token).statusCode(200);
    refresh(token + "x").statusCode(400);

    // Then
    var after = told();
    assertThat(more(after, before, "latchkey_refreshes_total", "outcome", "served")).isEqualTo(1);
    assertThat(more(after, before, "latchkey_refreshes_total", "outcome", "refused")).isEqualTo(1);
    assertThat(more(after, before, "latchkey_rotations_total", "kind", "rotated")).isEqualTo(1);
    assertThat(more(after, before, "latchkey_error_answers_total", "error", "invalid_grant"))
        .isEqualTo(1);
  }

  @Test
  void aRedemptionAndItsSignaturesAreCounted() {
    // Given
    var code = approved();
    var before = told();

    // When
    poll(code).statusCode(200);

    // Then
    var after = told();
    assertThat(more(after, before, "latchkey_redemptions_total", "outcome", "redeemed"))
        .isEqualTo(1);
    assertThat(signatures(after) - signatures(before)).isEqualTo(2);
  }

  private DeviceCode approved() {
    return approvedBy(ALICE.toString()).save(stores.redis());
  }

  private double polls(String answer) {
    return told().value("latchkey_polls_total", "answer", answer);
  }

  private static double signatures(Exposition told) {
    return told.samples().stream()
        .filter(sample -> sample.name().equals("latchkey_signatures_total"))
        .mapToDouble(Exposition.Sample::value)
        .sum();
  }

  private static double more(Exposition after, Exposition before, String name, String... tags) {
    return after.value(name, tags) - before.value(name, tags);
  }

  private Exposition told() {
    return Exposition.parse(given().port(management).when().get("/q/metrics").asString());
  }
}
