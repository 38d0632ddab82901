package dev.latchkey.token.device.admin;

import static dev.latchkey.token.Device.isRefused;
import static dev.latchkey.token.Device.refresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.StoredFamily;
import dev.latchkey.token.keys.admin.Administrator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class LinkedDevicesResourceTest {

  private static final String PATH = "/admin/devices";
  private static final String PROBLEM = "application/problem+json";
  private static final String TV = "living-room-tv";
  private static final long IN_TIME_MILLIS = 5_000;

  /** Nobody else's, so that a test finds its own devices alone. */
  private final String client = "tv-" + UUID.randomUUID();

  @Inject Administrator administrator;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void showsADeviceWithoutItsSecrets() {
    // Given
    var tv =
        linked()
            .with("device_name = 'QE65', own_name = 'Küche', device_serial = 'XK-2291'")
            .with("dpop_jkt = 'thumbprint-of-its-key'");

    // When
    var response = get(tv.id().toString());

    // Then
    response
        .statusCode(200)
        .header("ETag", notNullValue())
        .header("Cache-Control", "no-store")
        .body("id", equalTo(tv.id().toString()))
        .body("state", equalTo("linked"))
        .body("client_id", equalTo(client))
        .body("subject", equalTo(Neighbours.ALICE.toString()))
        .body("scope", equalTo("openid watch offline_access"))
        .body("name", equalTo("QE65"))
        .body("own_name", equalTo("Küche"))
        .body("serial", equalTo("XK-2291"))
        .body("model", nullValue())
        .body("dpop_bound", equalTo(true))
        .body("address", equalTo("192.0.2.7"))
        .body("last_address", nullValue())
        .body("linked_at", notNullValue())
        .body("last_seen_at", notNullValue())
        .body("revoked_at", nullValue())
        .body(not(containsString("thumbprint")))
        .body(not(containsString("generation")))
        .body(not(containsString("\"t1\"")));
  }

  @Test
  void whoHasSeenADeviceIsToldThatItIsTheSame() {
    // Given
    var tv = linked();
    var etag = get(tv.id().toString()).extract().header("ETag");

    // When
    var response =
        administrator.asks().header("If-None-Match", etag).when().get(PATH + "/" + tv.id()).then();

    // Then
    response.statusCode(304).header("ETag", etag).body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0b2f6c3a-0000-4d7e-9d53-5a4f6f9f0001", "living-room", "1-1-1-1-1", "%00"})
  void knowsNoOtherDevice(String id) {
    // When
    var response =
        administrator.asks().urlEncodingEnabled(false).when().get(PATH + "/" + id).then();

    // Then
    response.statusCode(404).contentType(PROBLEM).body("status", equalTo(404));
  }

  @Test
  void findsByEachCriterionAndByAllTogether() {
    // Given
    var person = UUID.randomUUID();
    var serial = "S-" + person;
    var wanted =
        linked().with("subject = '" + person + "', device_serial = '" + serial + "'").age(days(9));
    linked().with("created_at = now() - interval '9 days'");
    linked();

    // When
    var response =
        list(
            "client_id=" + client,
            "subject=" + person,
            "serial=" + serial,
            "linked_after=" + ago(days(10)),
            "linked_before=" + ago(days(8)),
            "last_seen_after=" + ago(days(10)),
            "last_seen_before=" + ago(days(8)),
            "state=linked");

    // Then
    response.statusCode(200).body("devices.id", contains(wanted.id().toString()));
    list("subject=" + person).body("devices.id", contains(wanted.id().toString()));
    list("serial=" + serial).body("devices.id", contains(wanted.id().toString()));
    list("client_id=" + client).body("devices", hasSize(3));
    list("client_id=" + client, "linked_before=" + ago(days(8))).body("devices", hasSize(2));
    list("client_id=" + client, "last_seen_before=" + ago(days(8)))
        .body("devices.id", contains(wanted.id().toString()));
    list("client_id=" + client, "serial=" + serial.toLowerCase(Locale.ROOT))
        .body("devices", hasSize(0));
  }

  @Test
  void tellsLinkedFromRevoked() {
    // Given
    var linked = linked();
    var revoked = linked().with("revoked_at = now(), revocation = 'DISOWNED'");

    // When
    var response = list("client_id=" + client, "state=revoked");

    // Then
    response
        .body("devices.id", contains(revoked.id().toString()))
        .body("devices[0].state", equalTo("revoked"))
        .body("devices[0].revocation", equalTo("disowned"))
        .body("devices[0].revoked_at", notNullValue());
    list("client_id=" + client, "state=linked")
        .body("devices.id", contains(linked.id().toString()));
    list("client_id=" + client)
        .body("devices.id", containsInAnyOrder(linked.id().toString(), revoked.id().toString()));
  }

  @Test
  void thePagesAreTheListInBothOrders() {
    // Given
    var old = linked().with("created_at = now() - interval '5 days', last_seen_at = now()");
    var silent =
        linked()
            .with("created_at = now() - interval '4 days'")
            .with("last_seen_at = now() - interval '4 days'");
    var young =
        linked()
            .with("created_at = now() - interval '3 days'")
            .with("last_seen_at = now() - interval '2 days'");

    // When
    var newest = pages("client_id=" + client, "limit=1");
    var silentFirst = pages("client_id=" + client, "limit=1", "order=least_recently_seen");

    // Then
    assertThat(newest).containsExactly(young.id(), silent.id(), old.id());
    assertThat(silentFirst).containsExactly(silent.id(), young.id(), old.id());
  }

  @Test
  void aCursorIsOfOneList() {
    // Given
    linked();
    linked();
    String cursor = list("client_id=" + client, "limit=1").extract().path("next");

    // When
    var response = list("client_id=" + client, "state=linked", "cursor=" + cursor);

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", containsString("cursor"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=TV                            | The parameter name is not known",
        "client_id=a&client_id=b            | The parameter client_id is there twice",
        "client_id=                         | The parameter client_id is empty",
        "client_id                          | The parameter client_id is empty",
        "subject=alice                      | The parameter subject is not an id",
        "serial=%00                         | The parameter serial cannot be read",
        "serial=%FF                         | The parameter serial cannot be read",
        "linked_after=yesterday             | is not a time",
        "last_seen_before=2026-01-01        | is not a time",
        "state=pending                      | The parameter state is one of linked, revoked",
        "order=oldest                       | one of newest, least_recently_seen",
        "limit=201                          | The parameter limit is a number from 1 to 200",
        "cursor=AAAA                        | The parameter cursor is not of this list",
      })
  void aMistakeIsNotTakenForNoFilter(String query, String sentence) {
    // When
    var response =
        administrator.asks().urlEncodingEnabled(false).when().get(PATH + "?" + query).then();

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", containsString(sentence));
  }

  @Test
  void aQueryThatIsNotEncodedIsAMistakeToo() throws IOException {
    // Given
    var request =
        RawAdminRequest.of("GET /admin/devices?serial=%ZZ").with(administrator.authorization());

    // When
    var head = request.answer();

    // Then
    assertThat(head).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void anUnlinkedDeviceHasToBeApprovedAnew() {
    try (var audit = AuditLines.open()) {
      // Given
      var tv = StoredFamily.linked(stores, TV);

      // When
      var response = administrator.asks().when().delete(PATH + "/" + tv.id()).then();

      // Then
      response.statusCode(204);
      isRefused(refresh(tv.token(1)));
      assertThat(tv.read().revocation()).isEqualTo("ADMINISTRATOR");
      assertThat(audit.of("device.revoked", "device", tv.id().toString()))
          .singleElement()
          .asString()
          .contains(" reason=administrator", " by=operations", " client_id=" + TV);
    }
  }

  @Test
  void unlinkingAgainChangesAndWritesNothing() {
    try (var audit = AuditLines.open()) {
      // Given
      var tv = linked().with("revoked_at = now(), revocation = 'CLIENT'");

      // When
      var response =
          administrator
              .asks()
              .header("If-Match", "\"of-before\"")
              .when()
              .delete(PATH + "/" + tv.id())
              .then();

      // Then
      response.statusCode(204);
      assertThat(tv.read().revocation()).isEqualTo("CLIENT");
      assertThat(audit.with("device", tv.id().toString())).isEmpty();
    }
  }

  @Test
  void whoAsksForItUnlinksOnlyWhatTheyHaveSeen() {
    // Given
    var tv = linked();
    var etag = get(tv.id().toString()).extract().header("ETag");
    tv.with("last_seen_at = now() + interval '1 second'");

    // When
    var response =
        administrator.asks().header("If-Match", etag).when().delete(PATH + "/" + tv.id()).then();

    // Then
    response.statusCode(412).contentType(PROBLEM);
    assertThat(tv.read().revocation()).isEmpty();
    var now = get(tv.id().toString()).extract().header("ETag");
    administrator
        .asks()
        .header("If-Match", now)
        .when()
        .delete(PATH + "/" + tv.id())
        .then()
        .statusCode(204);
  }

  @Test
  void aDeviceThatIsNotThereCannotBeUnlinked() {
    // When
    var response = administrator.asks().when().delete(PATH + "/" + UUID.randomUUID()).then();

    // Then
    response.statusCode(404).contentType(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({
    "/admin, openid watch, 403",
    "https-api, latchkey:admin, 401",
    "/userinfo, openid watch, 401"
  })
  void noOtherTokenWillDo(String audience, String scope, int status) {
    // Given
    var tv = linked();

    // When
    var response = administrator.asks(audience, scope).when().delete(PATH + "/" + tv.id()).then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
    assertThat(tv.read().revocation()).isEmpty();
    administrator.asks(audience, scope).when().get(PATH).then().statusCode(status);
  }

  @Test
  void nobodyComesInWithoutAToken() {
    // When
    var response = given().when().get(PATH).then();

    // Then
    response.statusCode(401).contentType(PROBLEM).body(not(containsString("devices")));
  }

  @Test
  void withPostgresAwayNothingIsSaid() {
    // Given
    list("limit=1").statusCode(200);
    stores.postgres().freeze();

    // When
    ValidatableResponse response;
    try {
      response = list("limit=1");
    } finally {
      stores.postgres().thaw();
    }

    // Then
    response.statusCode(503).contentType(PROBLEM).time(lessThan(IN_TIME_MILLIS));
  }

  private StoredFamily linked() {
    return StoredFamily.linked(stores, client);
  }

  private ValidatableResponse get(String device) {
    return administrator.asks().when().get(PATH + "/" + device).then();
  }

  private ValidatableResponse list(String... query) {
    return administrator.asks().when().get(PATH + "?" + String.join("&", query)).then();
  }

  private List<UUID> pages(String... query) {
    var found = new ArrayList<UUID>();
    @Nullable String cursor = null;
    do {
      var page = cursor == null ? list(query) : list(String.join("&", query), "cursor=" + cursor);
      page.extract().jsonPath().getList("devices.id", UUID.class).forEach(found::add);
      cursor = page.extract().path("next");
    } while (cursor != null);
    return found;
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private static String ago(Duration age) {
    return Instant.now().minus(age).toString();
  }
}
