package dev.latchkey.token.device.admin;

import static dev.latchkey.token.Device.isRefused;
import static dev.latchkey.token.Device.refresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class UnlinkResourceTest {

  private static final String PATH = "/admin/devices/unlink";
  private static final String PROBLEM = "application/problem+json";

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
  void whoDoesNotSayOtherwiseIsToldWhatWouldHappen() {
    // Given
    var tv = linked();
    linked();
    linked().with("revoked_at = now(), revocation = 'CLIENT'");

    // When
    var response = unlink(ofTheClient(""));

    // Then
    response
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("dry_run", equalTo(true))
        .body("matching", equalTo(2))
        .body("unlinked", equalTo(0))
        .body("sample", hasSize(2))
        .body("sample[0].client_id", equalTo(client));
    assertThat(tv.read().revocation()).isEmpty();
  }

  @Test
  void theSampleIsSmall() {
    // Given
    for (var tv = 0; tv < 12; tv++) {
      linked();
    }

    // When
    var response = unlink(ofTheClient(", \"dry_run\": true"));

    // Then
    response.body("matching", equalTo(12)).body("sample", hasSize(10));
  }

  @Test
  void allThatMatchAreUnlinkedAndNoOtherAndEachIsAudited() {
    try (var audit = AuditLines.open()) {
      // Given
      Neighbours.publicClient(stores, client, "enabled = true");
      var first = linked();
      var second = linked().age(Duration.ofDays(9));
      var gone = linked().with("revoked_at = now(), revocation = 'CLIENT'");
      var others = StoredFamily.linked(stores, "other-" + client);

      // When
      var response = unlink(ofTheClient(", \"dry_run\": false, \"at_most\": 2"));

      // Then
      response
          .statusCode(200)
          .body("dry_run", equalTo(false))
          .body("matching", equalTo(2))
          .body("unlinked", equalTo(2))
          .body("more", equalTo(false))
          .body("sample", nullValue());
      isRefused(refresh(first.token(1), client));
      assertThat(second.read().revocation()).isEqualTo("ADMINISTRATOR");
      assertThat(gone.read().revocation()).isEqualTo("CLIENT");
      assertThat(others.read().revocation()).isEmpty();
      assertThat(audit.of("device.revoked", "client_id", client))
          .hasSize(2)
          .allMatch(line -> line.contains(" reason=administrator"))
          .allMatch(line -> line.contains(" by=operations"));
    }
  }

  @Test
  void theSameAgainDoesNothing() {
    try (var audit = AuditLines.open()) {
      // Given
      linked();
      var wish = ofTheClient(", \"dry_run\": false, \"at_most\": 1");
      unlink(wish);

      // When
      var response = unlink(wish);

      // Then
      response
          .statusCode(200)
          .body("matching", equalTo(0))
          .body("unlinked", equalTo(0))
          .body("more", equalTo(false));
      assertThat(audit.with("client_id", client)).hasSize(1);
    }
  }

  @Test
  void moreThanWereSeenAreNotUnlinked() {
    // Given
    var seen = linked();
    int known = unlink(ofTheClient("")).extract().path("matching");
    linked();

    // When
    var response = unlink(ofTheClient(", \"dry_run\": false, \"at_most\": " + known));

    // Then
    response
        .statusCode(409)
        .contentType(PROBLEM)
        .body("detail", equalTo("2 devices match, which is more than at_most"));
    assertThat(seen.read().revocation()).isEmpty();
  }

  @Test
  void unlinksWhatHasBeenSilent() {
    // Given
    var silent = linked().age(Duration.ofDays(90));
    var busy = linked().with("created_at = now() - interval '90 days'");
    var before = Instant.now().minus(Duration.ofDays(30));

    // When
    var response =
        unlink(
            ofTheClient(
                ", \"last_seen_before\": \"%s\", \"dry_run\": false, \"at_most\": 1"
                    .formatted(before)));

    // Then
    response.statusCode(200).body("unlinked", equalTo(1));
    assertThat(silent.read().revocation()).isEqualTo("ADMINISTRATOR");
    assertThat(busy.read().revocation()).isEmpty();
  }

  @Test
  void oneCallDoesNoMoreThanTenThousandAndTheNextGoesOn() {
    // Given
    linkMany(10_050);
    var wish = ofTheClient(", \"dry_run\": false, \"at_most\": 10050");

    // When
    var first = unlink(wish);
    var second = unlink(wish);

    // Then
    first
        .statusCode(200)
        .body("matching", equalTo(10_050))
        .body("unlinked", equalTo(10_000))
        .body("more", equalTo(true));
    second
        .statusCode(200)
        .body("matching", equalTo(50))
        .body("unlinked", equalTo(50))
        .body("more", equalTo(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{}                                    | The body names no criterion",
        "{\"dry_run\":false,\"at_most\":9}     | The body names no criterion",
        "{\"serial\":\"\"}                     | The field serial is empty",
        "{\"serial\":null}                     | The body names no criterion",
        "{\"serial\":7}                        | The field serial cannot be read",
        "{\"serial\":\"\\u0000\"}              | The field serial cannot be read",
        "{\"serial\":[\"a\"]}                  | The field serial cannot be read",
        "{\"subject\":\"alice\"}               | The field subject is not an id",
        "{\"linked_before\":\"now\"}           | The field linked_before is not a time",
        "{\"linked_before\":1769860800}        | The field linked_before cannot be read",
        "{\"name\":\"TV\"}                     | The field name is not known",
        "{\"state\":\"linked\"}                | The field state is not known",
        "{\"serial\":\"a\",\"dry_run\":0}      | The field dry_run cannot be read",
        "{\"serial\":\"a\",\"dry_run\":\"no\"} | The field dry_run cannot be read",
        "{\"serial\":\"a\",\"dry_run\":false}  | The field at_most is missing",
        "{\"serial\":\"a\",\"dry_run\":false,\"at_most\":-1} | The field at_most is a number",
        "{\"serial\":\"a\",\"dry_run\":false,\"at_most\":\"9\"} | The field at_most cannot be read",
        "{\"serial\":\"a\",\"dry_run\":false,\"at_most\":9.5} | The field at_most cannot be read",
        "[]                                    | The body is not the JSON object",
        "null                                  | The body is empty",
      })
  void whatIsNotMeantIsNotDone(String body, String sentence) {
    // When
    var response = unlink(body);

    // Then
    response.statusCode(400).contentType(PROBLEM).body("detail", containsString(sentence));
  }

  @Test
  void aBodyOfTenMegabytesIsNotReadAtAll() throws IOException {
    // Given
    var request =
        RawAdminRequest.of("POST " + PATH)
            .with(administrator.authorization())
            .with("Content-Type: application/json")
            .with("Content-Length: 10485760");

    // When
    var head = request.answer();

    // Then
    assertThat(head).startsWith("HTTP/1.1 413 ").contains(PROBLEM, "no-store");
  }

  @Test
  void aFormIsNoWish() {
    // When
    var response =
        administrator
            .asks()
            .contentType("application/x-www-form-urlencoded; charset=UTF-8")
            .formParam("client_id", client)
            .when()
            .post(PATH)
            .then();

    // Then
    response.statusCode(415).contentType(PROBLEM);
  }

  @ParameterizedTest
  @CsvSource({"/admin, openid watch, 403", "/userinfo, latchkey:admin, 401"})
  void noOtherTokenWillDo(String audience, String scope, int status) {
    // Given
    var tv = linked();

    // When
    var response =
        administrator
            .asks(audience, scope)
            .contentType("application/json")
            .body(ofTheClient(", \"dry_run\": false, \"at_most\": 1"))
            .when()
            .post(PATH)
            .then();

    // Then
    response.statusCode(status).contentType(PROBLEM);
    assertThat(tv.read().revocation()).isEmpty();
  }

  @Test
  void nobodyUnlinksWithoutAToken() {
    // When
    var response =
        given().contentType("application/json").body(ofTheClient("")).when().post(PATH).then();

    // Then
    response.statusCode(401).contentType(PROBLEM);
  }

  private StoredFamily linked() {
    return StoredFamily.linked(stores, client);
  }

  private void linkMany(int devices) {
    Neighbours.run(
        stores,
        """
        insert into issued.linked_device
            (id, grant_id, subject, client_id, scope, refreshable, auth_time, amr, address,
             secret_kid, generation)
          select gen_random_uuid(), 'grant-' || gen_random_uuid(), gen_random_uuid(), '%s',
              'openid', true, now(), 'pwd', '192.0.2.7', 't1', 1
            from generate_series(1, %d)
        """
            .formatted(client, devices));
  }

  private String ofTheClient(String more) {
    return "{\"client_id\": \"%s\"%s}".formatted(client, more);
  }

  private ValidatableResponse unlink(String body) {
    return administrator.asks().contentType("application/json").body(body).when().post(PATH).then();
  }
}
