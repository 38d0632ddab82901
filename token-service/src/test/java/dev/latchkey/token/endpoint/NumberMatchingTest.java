package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.enter;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Neighbours.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.grant.ClientId;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Device;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The number that the page shows and the person enters on the device. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class NumberMatchingTest {

  private @Nullable RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"living-room-tv, 400, ''", "auth0-tv, 403, AUTH0"})
  void whilePendingIsSaidTheDeviceLearnsThatANumberIsAwaited(
      String client, int status, String profile) {
    // Given
    var code = of(client, profile, confirming()).save(stores().redis());

    // When
    var response = poll(code, client);

    // Then
    response
        .statusCode(status)
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .body("error", equalTo("authorization_pending"))
        .body("error_description", notNullValue())
        .body("confirmation_required", equalTo(true))
        .body("confirmation_attempts_left", equalTo(3))
        .body("$", not(hasKey("confirmation_wrong")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"living-room-tv, 400, ''", "auth0-tv, 403, AUTH0"})
  void aWrongNumberIsPendingStillAndSaysSo(String client, int status, String profile) {
    // Given
    var code = of(client, profile, confirming()).save(stores().redis());

    // When
    var response = enter(code, "12", client);

    // Then
    response
        .statusCode(status)
        .body("error", equalTo("authorization_pending"))
        .body("confirmation_required", equalTo(true))
        .body("confirmation_attempts_left", equalTo(2))
        .body("confirmation_wrong", equalTo(true));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"living-room-tv, 400, ''", "auth0-tv, 403, AUTH0"})
  void threeWrongNumbersDeny(String client, int status, String profile) {
    // Given
    var code = of(client, profile, confirming()).save(stores().redis());

    // When
    var errors =
        Stream.of("12", "34", "56", "47")
            .map(number -> enter(code, number, client).statusCode(status).extract())
            .<String>map(answer -> answer.path("error"))
            .toList();

    // Then
    assertThat(errors)
        .containsExactly(
            "authorization_pending", "authorization_pending", "access_denied", "access_denied");
  }

  @Test
  void theRightNumberIsAnsweredWithTheTokensHoweverEarly() {
    // Given
    var code = confirming().nextPollIn(4).save(stores().redis());

    // When
    var response = enter(code, "47");

    // Then
    response.statusCode(200).body("access_token", notNullValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "047", "4 7", "ab", "-7", "\u0664\u0667"})
  void whatCannotBeANumberIsWrongAndTakesNoAttempt(String entered) {
    // Given
    var code = confirming().save(stores().redis());

    // When
    var response = enter(code, entered);

    // Then
    response
        .statusCode(400)
        .body("error", equalTo("authorization_pending"))
        .body("confirmation_wrong", equalTo(true))
        .body("confirmation_attempts_left", equalTo(3));
    assertThat(StoredGrant.read(stores().redis(), code)).doesNotContainKey("tried");
  }

  @Test
  void anEmptyNumberIsNone() {
    // Given
    var code = confirming().save(stores().redis());

    // When
    var response = enter(code, "");

    // Then
    response
        .body("confirmation_required", equalTo(true))
        .body("$", not(hasKey("confirmation_wrong")));
  }

  @Test
  void aRepeatedNumberIsRefusedLikeAnyRepeatedParameter() {
    // Given
    var code = confirming().save(stores().redis());

    // When
    var response =
        Device.post(
            Device.pollForm(code.value())
                .formParam("client_id", "living-room-tv")
                .formParam("confirmation_number", List.of("12", "47")));

    // Then
    response.statusCode(400).body("error", equalTo("invalid_request"));
    assertThat(StoredGrant.read(stores().redis(), code)).containsEntry("state", "CONFIRMING");
  }

  @Test
  void beforeTheApprovalThereIsNoMentionOfANumber() {
    // Given
    var code = pending().withNumberMatching().save(stores().redis());

    // When
    var response = enter(code, "47");

    // Then
    response
        .statusCode(400)
        .body("error", equalTo("authorization_pending"))
        .body("$", aMapWithSize(2));
  }

  @Test
  void anEarlyPollWithoutANumberIsTooEarly() {
    // Given
    var code = confirming().nextPollIn(3).save(stores().redis());

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("slow_down"));
  }

  @Test
  void aConfirmationIsAnEventOfItsOwn() {
    // Given
    var code = confirming().save(stores().redis());
    try (var lines = AuditLines.open()) {

      // When
      poll(code);
      enter(code, "12");
      enter(code, "47");

      // Then
      assertThat(lines.with("grant", code.grantId().value()))
          .satisfiesExactly(
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "event=grant.confirmed grant=%s client_id=living-room-tv subject=%s"
                              .formatted(code.grantId().value(), ALICE)),
              line -> assertThat(line).startsWith("event=grant.redeemed "));
    }
  }

  @Test
  void anEndByWrongNumbersIsAnEventOnce() {
    // Given
    var code = confirming().havingTried("12 34").save(stores().redis());
    try (var lines = AuditLines.open()) {

      // When
      enter(code, "56");
      enter(code, "56");

      // Then
      var who = "grant=" + code.grantId().value() + " client_id=living-room-tv";
      assertThat(lines.with("grant", code.grantId().value()))
          .containsExactly(
              "event=grant.unconfirmed " + who, "event=grant.withheld " + who + " reason=denied");
    }
  }

  @Test
  void theRightNumberDoesNotHelpAnAccountThatIsDisabledSince() {
    // Given
    var code = approvedBy(MALLORY.toString()).confirming("47").save(stores().redis());

    // When
    var response = enter(code, "47");

    // Then
    response.statusCode(400).body("error", equalTo("access_denied"));
  }

  @Test
  void whatIsSaidOfANumberIsAnErrorBodyLikeAnyOther() {
    // Given
    var code = confirming().save(stores().redis());

    // When
    var body = enter(code, "12").extract().asString();

    // Then
    assertThat(JsonPath.from(body).<String, Object>getMap("$"))
        .containsOnlyKeys(
            "error",
            "error_description",
            "confirmation_required",
            "confirmation_attempts_left",
            "confirmation_wrong");
    assertThat(body).doesNotContain("12", "47");
  }

  private static StoredGrant confirming() {
    return approvedBy(ALICE.toString()).confirming("47");
  }

  private static StoredGrant of(String client, String profile, StoredGrant grant) {
    var owned = grant.ofClient(new ClientId(client));
    return profile.isEmpty() ? owned : owned.with("error_profile", profile);
  }

  private RealStores stores() {
    if (stores == null) {
      throw new IllegalStateException("not injected");
    }
    return stores;
  }
}
