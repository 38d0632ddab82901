package dev.latchkey.token.endpoint;

import static dev.latchkey.stores.StoredGrant.approvedAhead;
import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.token.Device.isRefused;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Neighbours.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.nimbusds.jwt.SignedJWT;
import dev.latchkey.stores.AuditLines;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.token.Neighbours;
import dev.latchkey.token.keys.admin.Administrator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices that an operator approved ahead, by an enrolment token (ADR 0022). */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class EnrolledDeviceTest {

  private static final String SERVICE = "service:lobby-screens";

  /** Of no other test. */
  private final String enrolment = UUID.randomUUID().toString();

  @Inject Administrator administrator;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  void aServicesDeviceGetsTokensAtItsFirstPollThatNameNobody() throws ParseException {
    // Given
    var code = ofService("watch offline_access").save(stores.redis());

    // When
    var response = poll(code);

    // Then
    response
        .statusCode(200)
        .body("scope", equalTo("watch offline_access"))
        .body("refresh_token", notNullValue())
        .body("id_token", nullValue());
    var claims = SignedJWT.parse(response.extract().path("access_token")).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(SERVICE);
    assertThat(claims.getClaims()).containsKey("device_id").doesNotContainKeys("auth_time", "amr");
  }

  @Test
  void anAccountsDeviceIsThatPersonsButSaysOfNoSignIn() throws ParseException {
    // Given
    var code = approvedAhead(ALICE.toString(), enrolment).save(stores.redis());

    // When
    var response = poll(code);

    // Then
    SignedJWT access = SignedJWT.parse(response.statusCode(200).extract().path("access_token"));
    SignedJWT id = SignedJWT.parse(response.extract().path("id_token"));
    assertThat(access.getJWTClaimsSet().getSubject()).isEqualTo(ALICE.toString());
    assertThat(access.getJWTClaimsSet().getClaims()).doesNotContainKeys("auth_time", "amr");
    assertThat(id.getJWTClaimsSet().getClaims()).doesNotContainKeys("auth_time", "amr");
  }

  @ParameterizedTest
  @CsvSource({"stopped", "unknown"})
  void anAccountThatIsNotLiveGetsNothing(String which) {
    // Given
    var owner = which.equals("stopped") ? MALLORY : UUID.randomUUID();
    var code = approvedAhead(owner.toString(), enrolment).save(stores.redis());

    // When
    var response = poll(code);

    // Then
    response.statusCode(400).body("error", equalTo("access_denied"));
  }

  @Test
  void aServicesDeviceRefreshes() throws ParseException {
    // Given
    String first =
        poll(ofService("watch offline_access").save(stores.redis()))
            .extract()
            .path("refresh_token");

    // When
    var response = refresh(first);

    // Then
    response.statusCode(200).body("id_token", nullValue());
    var claims = SignedJWT.parse(response.extract().path("access_token")).getJWTClaimsSet();
    assertThat(claims.getSubject()).isEqualTo(SERVICE);
    assertThat(claims.getClaims()).doesNotContainKeys("auth_time", "amr");
  }

  @Test
  void isFoundByItsEnrolmentAndByNoOther() {
    // Given
    poll(ofService("watch").with("serial", "S-1").save(stores.redis()));
    poll(approvedBy(ALICE.toString()).save(stores.redis()));

    // When
    var found = search(enrolment);

    // Then
    found
        .statusCode(200)
        .body("devices", hasSize(1))
        .body("devices[0].enrolment", equalTo(enrolment))
        .body("devices[0].subject", equalTo(SERVICE))
        .body("devices[0].serial", equalTo("S-1"));
    search(UUID.randomUUID().toString()).statusCode(200).body("devices", hasSize(0));
  }

  @Test
  void allOfAnEnrolmentAreUnlinkedTogether() {
    try (var audit = AuditLines.open()) {
      // Given
      String first =
          poll(ofService("watch offline_access").save(stores.redis()))
              .extract()
              .path("refresh_token");
      poll(approvedAhead(ALICE.toString(), enrolment).save(stores.redis())).statusCode(200);
      var others = poll(approvedBy(ALICE.toString()).save(stores.redis()));

      // When
      var response = unlink("\"dry_run\": false, \"at_most\": 2");

      // Then
      response.statusCode(200).body("matching", equalTo(2)).body("unlinked", equalTo(2));
      isRefused(refresh(first));
      refresh(others.extract().path("refresh_token")).statusCode(200);
      assertThat(audit.of("device.revoked", "subject", SERVICE)).hasSize(1);
      assertThat(audit.of("device.revoked", "subject", ALICE.toString())).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"not-an-id", "''"})
  void whatIsNoEnrolmentIsRefused(String sent) {
    // When
    var response = search(sent);

    // Then
    response.statusCode(400).contentType("application/problem+json");
  }

  private StoredGrant ofService(String scope) {
    return approvedAhead(SERVICE, enrolment).withScope(scope);
  }

  private ValidatableResponse search(String wanted) {
    return administrator.asks().queryParam("enrolment", wanted).when().get("/admin/devices").then();
  }

  private ValidatableResponse unlink(String more) {
    return administrator
        .asks()
        .contentType("application/json")
        .body("{\"enrolment\": \"%s\", %s}".formatted(enrolment, more))
        .when()
        .post("/admin/devices/unlink")
        .then();
  }
}
