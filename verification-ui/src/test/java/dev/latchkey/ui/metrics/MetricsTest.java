package dev.latchkey.ui.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.UserCodeFormat;
import dev.latchkey.metrics.Exposition;
import dev.latchkey.metrics.MetricsPage;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class MetricsTest {

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @ConfigProperty(name = "quarkus.management.test-port")
  int management;

  private final Phone phone = new Phone();

  @Test
  void areWhatThePageSays() {
    // Given
    phone.open(Device.asks(stores).completeUri());

    // When
    var told = told();

    // Then
    assertThat(MetricsPage.read().differences("verification-ui", told)).isEmpty();
  }

  @Test
  void areNotForThePublic() {
    // When
    var response = given().when().get("/q/metrics").then();

    // Then
    response.statusCode(404);
  }

  @Test
  void theWayToAnApprovalIsCounted() {
    // Given
    var device = Device.asks(stores);
    var before = told();

    // When
    var confirm = phone.follow(phone.typeCode(device.code()));
    var signIn = phone.follow(phone.confirm(confirm, "continue"));
    var consent = phone.follow(phone.signIn(signIn, "alice", "wonderland"));
    phone.follow(phone.consent(consent, "approve"));

    // Then
    var after = told();
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(more(after, before, "latchkey_codes_total", "outcome", "opened")).isEqualTo(1);
    assertThat(more(after, before, "latchkey_sign_ins_total", "outcome", "succeeded")).isEqualTo(1);
    assertThat(more(after, before, "latchkey_decisions_total", "outcome", "approved")).isEqualTo(1);
    assertThat(more(after, before, "latchkey_approval_seconds_count")).isEqualTo(1);
  }

  @Test
  void aCodeThatNobodyHasIsCounted() {
    // Given
    var before = told();

    // When
    phone.typeCode(UserCodeFormat.DEFAULT.display(UserCodeFormat.DEFAULT.draw()));

    // Then
    assertThat(more(told(), before, "latchkey_codes_total", "outcome", "unknown")).isEqualTo(1);
  }

  @Test
  void aPageThatAStoreKeepsFromBeingMadeIsCounted() {
    // Given
    var device = Device.asks(stores);
    var before = told();
    stores.redis().freeze();

    // When
    phone.open(device.completeUri());

    // Then
    stores.redis().thaw();
    assertThat(more(told(), before, "latchkey_page_failures_total", "kind", "unavailable"))
        .isEqualTo(1);
  }

  private static double more(Exposition after, Exposition before, String name, String... tags) {
    return after.value(name, tags) - before.value(name, tags);
  }

  private Exposition told() {
    return Exposition.parse(given().port(management).when().get("/q/metrics").asString());
  }
}
