package dev.latchkey.token.internal;

import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.isRefused;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Neighbours.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredTicket;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class DevicesResourceTest {

  private static final String TV = "living-room-tv";
  private static final UUID SOMEBODY_ELSE = UUID.randomUUID();
  private static final long IN_TIME_MILLIS = 4_000;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void aPersonNamesADeviceAndWhatItClaimsStays() {
    // Given
    var tv = StoredFamily.linked(stores, TV).with("device_name = 'QE65'");

    // When
    var response = perform(ticket("rename", tv, ",\"name\":\"Küche\""));

    // Then
    response.statusCode(204);
    assertThat(tv.value("own_name")).isEqualTo("Küche");
    assertThat(tv.value("device_name")).isEqualTo("QE65");
  }

  @Test
  void aNameCanBeTakenBack() {
    // Given
    var tv = StoredFamily.linked(stores, TV).with("own_name = 'Kitchen'");

    // When
    var response = perform(ticket("rename", tv, ""));

    // Then
    response.statusCode(204);
    assertThat(tv.value("own_name")).isNull();
  }

  @Test
  void anUnlinkedDeviceRefreshesNoMore() {
    // Given
    var tv = StoredFamily.linked(stores, TV);

    // When
    var response = perform(ticket("unlink", tv, ""));

    // Then
    response.statusCode(204);
    isRefused(refresh(tv.token(1)));
  }

  @Test
  void unlinkingIsAudited() {
    try (var audit = AuditLines.open()) {
      // Given
      var tv = StoredFamily.linked(stores, TV);

      // When
      var response = perform(ticket("unlink", tv, ""));

      // Then
      response.statusCode(204);
      assertThat(audit.reasons("device", tv.id().toString()))
          .containsExactly("device.revoked person");
    }
  }

  @Test
  void aDeviceThatNobodyLinkedIsUnlinkedAndTheOperatorGetsToKnow() {
    try (var audit = AuditLines.open()) {
      // Given
      var tv = StoredFamily.linked(stores, TV);

      // When
      var response = perform(ticket("disown", tv, ""));

      // Then
      response.statusCode(204);
      assertThat(audit.reasons("device", tv.id().toString()))
          .containsExactly("device.revoked disowned", "device.disowned");
      isRefused(refresh(tv.token(1)));
    }
  }

  @Test
  void whatIsUnlinkedAlreadyIsAsThePersonWantsIt() {
    // Given
    var tv = StoredFamily.linked(stores, TV).with("revoked_at = now(), revocation = 'CLIENT'");

    // When
    var response = perform(ticket("unlink", tv, ""));

    // Then
    response.statusCode(204);
    assertThat(tv.read().revocation()).isEqualTo("CLIENT");
  }

  @Test
  void allDevicesOfThePersonAreUnlinkedAndNobodyElses() {
    try (var audit = AuditLines.open()) {
      // Given
      var person = UUID.randomUUID();
      var own = "subject = '" + person + "'";
      var first = StoredFamily.linked(stores, TV).with(own);
      var second = StoredFamily.linked(stores, "other-tv").with(own);
      var alices = StoredFamily.linked(stores, TV);

      // When
      var response = perform(StoredTicket.ofAll(person).save(stores.redis()));

      // Then
      response.statusCode(204);
      assertThat(audit.reasons("device", first.id().toString()))
          .containsExactly("device.revoked person");
      assertThat(audit.reasons("device", second.id().toString()))
          .containsExactly("device.revoked person");
      assertThat(alices.read().revocation()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rename", "unlink", "disown"})
  void nobodyTouchesTheDeviceOfAnother(String action) {
    // Given
    var tv = StoredFamily.linked(stores, TV);
    var ticket = StoredTicket.of(SOMEBODY_ELSE, action, tv.id(), ",\"name\":\"Mine\"");

    // When
    var response = perform(ticket.save(stores.redis()));

    // Then
    response.statusCode(404);
    assertThat(tv.read().revocation()).isEmpty();
    assertThat(tv.value("own_name")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rename", "unlink", "disown"})
  void thereMustBeSuchADevice(String action) {
    // Given
    var ticket = StoredTicket.of(ALICE, action, UUID.randomUUID()).save(stores.redis());

    // When
    var response = perform(ticket);

    // Then
    response.statusCode(404);
  }

  @Test
  void whatIsNotLinkedAnyMoreGetsNoName() {
    // Given
    var tv = StoredFamily.linked(stores, TV).with("revoked_at = now(), revocation = 'CLIENT'");

    // When
    var response = perform(ticket("rename", tv, ",\"name\":\"Kitchen\""));

    // Then
    response.statusCode(404);
  }

  @Test
  void aTicketWorksOnce() {
    // Given
    var tv = StoredFamily.linked(stores, TV);
    var ticket = ticket("rename", tv, ",\"name\":\"Kitchen\"");
    perform(ticket);
    tv.with("own_name = null");

    // When
    var response = perform(ticket);

    // Then
    response.statusCode(403).body("error", equalTo("access_denied"));
    assertThat(tv.value("own_name")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"forged", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ticket:*"})
  void aForgedTicketIsRefused(String ticket) {
    // When
    var response = perform(ticket);

    // Then
    response.statusCode(403).header("Cache-Control", equalTo("no-store"));
  }

  @Test
  void withoutATicketThereIsNothingToDo() {
    // When
    var response = form().when().post("/internal/devices").then();

    // Then
    response.statusCode(400).body("error", equalTo("invalid_request"));
  }

  @Test
  void withPostgresAwayTheAnswerIsNeitherYesNorNo() {
    // Given
    var tv = StoredFamily.linked(stores, TV);
    var ticket = ticket("unlink", tv, "");
    stores.postgres().freeze();

    // When
    ValidatableResponse response;
    try {
      response = perform(ticket);
    } finally {
      stores.postgres().thaw();
    }

    // Then
    response.statusCode(503).time(lessThan(IN_TIME_MILLIS));
  }

  @Test
  void withRedisAwayTheTicketIsNotCalledForged() {
    // Given
    var tv = StoredFamily.linked(stores, TV);
    var ticket = ticket("unlink", tv, "");
    stores.redis().freeze();

    // When
    ValidatableResponse response;
    try {
      response = perform(ticket);
    } finally {
      stores.redis().thaw();
    }

    // Then
    response.statusCode(503).time(lessThan(IN_TIME_MILLIS));
  }

  private String ticket(String action, StoredFamily device, String more) {
    return StoredTicket.of(ALICE, action, device.id(), more).save(stores.redis());
  }

  private static ValidatableResponse perform(String ticket) {
    return form().formParam("ticket", ticket).when().post("/internal/devices").then();
  }
}
