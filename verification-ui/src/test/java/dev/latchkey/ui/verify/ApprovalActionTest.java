package dev.latchkey.ui.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.latchkey.hooks.HookAnswer;
import dev.latchkey.hooks.HookServer;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(ApprovalActionTest.Hooked.class)
class ApprovalActionTest {

  /** With hooks. */
  public static class Hooked implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(HookServer.class, Map.of("approval", "fail-closed")));
    }
  }

  private static final String APPROVAL = "approval";

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private HookServer hooks;

  @Inject
  @SuppressWarnings("NullAway.Init")
  CircuitBreakerMaintenance breakers;

  private final Phone phone = new Phone();

  @BeforeEach
  void allIsWell() {
    hooks.reset();
    breakers.resetAll();
  }

  @AfterEach
  void isSigned() {
    assertThat(hooks.complaints()).isEmpty();
  }

  @Test
  void isAskedWhenThePersonApprovesAndNotBefore() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = consent(device);
    assertThat(hooks.asked(APPROVAL)).isEmpty();

    // When
    phone.follow(phone.consent(consent, "approve"));

    // Then
    assertThat(device.state()).isEqualTo("APPROVED");
    assertThat(hooks.asked(APPROVAL))
        .singleElement()
        .satisfies(
            question -> {
              assertThat(question.getString("client_id")).isEqualTo(device.field("client_id"));
              assertThat(question.getString("subject")).isEqualTo(device.field("subject"));
              assertThat(question.getString("grant")).isNotEmpty();
              assertThat(question.getString("address")).isEqualTo("203.0.113.7");
              assertThat(question.getString("browser_address")).isEqualTo("127.0.0.1");
              assertThat(question.getString("language")).isEqualTo("en");
              assertThat(question.getJsonArray("scopes")).contains("watch");
            });
  }

  @Test
  void nobodyIsAskedToDeny() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);

    // When
    phone.confirm(phone.open(device.completeUri()), "deny");

    // Then
    assertThat(device.state()).isEqualTo("DENIED");
    assertThat(hooks.asked(APPROVAL)).isEmpty();
  }

  @Test
  void whoeverMayNotApproveReadsWhyAndTheCodeStaysUsable() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = consent(device);
    hooks.answers(APPROVAL, "{\"decision\":\"deny\",\"reason\":\"Only <b>teachers</b> & co\"}");

    try (var audit = AuditLines.open()) {
      // When
      var page = phone.follow(phone.consent(consent, "approve"));

      // Then
      page.then()
          .statusCode(403)
          .body(containsString("Not allowed"))
          .body(containsString("Only &lt;b&gt;teachers&lt;/b&gt; &amp; co"))
          .body(containsString("Nothing has been decided"));
      assertThat(device.state()).isEqualTo("PENDING");
      var client = device.field("client_id");
      assertThat(audit.of("grant.approved", "client_id", client)).isEmpty();
      assertThat(audit.reasons("client_id", client)).contains("grant.barred policy");
      assertThat(audit.of("action.denied", "client_id", client))
          .singleElement()
          .asString()
          .contains("trigger=approval", "teachers");
    }
  }

  @Test
  void afterADenialAnotherTryIsAskedAboutAnew() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    hooks.answers(APPROVAL, "{\"decision\":\"deny\"}");
    var barred = phone.follow(phone.consent(consent(device), "approve"));
    barred.then().statusCode(403).body(not(containsString("The reason given")));
    hooks.reset();

    // When
    var confirm = phone.open(Phone.link(barred, "/device/confirm"));
    var consent = phone.follow(phone.confirm(confirm, "continue"));
    phone.follow(phone.consent(consent, "approve"));

    // Then
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  @Test
  void saysSoInTheLanguageOfThePage() {
    // Given
    phone.signIn("alice", "wonderland");
    phone.speaking("de");
    var device = Device.asks(stores);
    var consent = consent(device);
    hooks.answers(APPROVAL, "{\"decision\":\"deny\",\"reason\":\"Nur für Lehrkräfte\"}");

    // When
    var page = phone.follow(phone.consent(consent, "approve"));

    // Then
    page.then()
        .statusCode(403)
        .body(containsString("Nicht erlaubt"))
        .body(containsString("Nur für Lehrkräfte"));
    assertThat(hooks.asked(APPROVAL).getFirst().getString("language")).isEqualTo("de");
  }

  @Test
  void noLinkHasThePageSaySomethingElse() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = consent(device);
    hooks.answers(APPROVAL, "{\"decision\":\"deny\",\"reason\":\"Closed\"}");
    var address = phone.consent(consent, "approve").header("Location");

    // When
    var page = phone.open(address.replace("reason=Closed", "reason=Call%20555"));

    // Then
    page.then()
        .statusCode(200)
        .body(not(containsString("555")))
        .body(containsString("Is this the device in front of you"));
  }

  @Test
  void nothingIsDecidedWhileTheHookFails() {
    // Given
    phone.signIn("alice", "wonderland");
    var device = Device.asks(stores);
    var consent = consent(device);
    hooks.answers(APPROVAL, HookAnswer.of(500, "text/plain", ""));

    // When
    var page = phone.consent(consent, "approve");

    // Then
    page.then().statusCode(503);
    assertThat(device.state()).isEqualTo("PENDING");
    hooks.reset();
    phone.follow(phone.consent(consent, "approve"));
    assertThat(device.state()).isEqualTo("APPROVED");
  }

  private Response consent(Device device) {
    return phone.follow(phone.confirm(phone.open(device.completeUri()), "continue"));
  }
}
