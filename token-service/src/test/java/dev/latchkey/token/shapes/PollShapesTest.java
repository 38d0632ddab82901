package dev.latchkey.token.shapes;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.denied;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.stores.StoredGrant.redeemedBy;
import static dev.latchkey.token.Device.enter;
import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Neighbours.ALICE;
import static dev.latchkey.token.Neighbours.MALLORY;
import static dev.latchkey.token.Rfc7636.CHALLENGE;
import static dev.latchkey.token.Rfc7636.VERIFIER;
import static dev.latchkey.token.shapes.Clients.hasShape;
import static dev.latchkey.token.shapes.Clients.named;
import static dev.latchkey.token.shapes.Clients.tv;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.DeviceCode;
import dev.latchkey.shapes.ShapeTable;
import dev.latchkey.shapes.ShapeTable.Profile;
import dev.latchkey.shapes.ShapeTable.Row;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredGrant;
import dev.latchkey.stores.StoredLimit;
import dev.latchkey.token.DpopKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What polls are answered. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class PollShapesTest {

  private static final String TABLE = "Polls";

  /** So many unknown codes together Redis is told of. */
  private static final int SHARE = 30;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Clients.moveIn(stores);
  }

  static List<Row> table() {
    return ShapeTable.below(TABLE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isAnsweredAsTheTableSays(Row row) {
    // Given
    var outcome = requireNonNull(outcomes().get(row.outcome()), row.outcome());

    // When
    var response = outcome.apply(row.profile());

    // Then
    hasShape(response, row.shape());
  }

  @Test
  void theTableHasAllOutcomes() {
    // When
    var listed = table().stream().map(Row::outcome).distinct();

    // Then
    assertThat(listed).containsExactlyElementsOf(outcomes().keySet());
  }

  private Map<String, Function<Profile, ValidatableResponse>> outcomes() {
    var all = new LinkedHashMap<String, Function<Profile, ValidatableResponse>>();
    all.putAll(waiting());
    all.putAll(over());
    all.putAll(none());
    return all;
  }

  private Map<String, Function<Profile, ValidatableResponse>> waiting() {
    var all = new LinkedHashMap<String, Function<Profile, ValidatableResponse>>();
    all.put("pending", polled(pending()));
    all.put(
        "pending, after a wait",
        profile -> post(pollOf(saved(profile, pending()), profile).header("Prefer", "wait=1")));
    all.put(
        "another poll is being answered",
        polled(
            approvedBy(ALICE.toString())
                .claimedUntil(new ClaimId("another"), Duration.ofSeconds(9))));
    all.put("too early", polled(pending().nextPollIn(3)));
    all.put("approved, a number is awaited", polled(confirming()));
    all.put("a wrong number", entered(confirming(), "12"));
    all.put("the third wrong number", entered(confirming().havingTried("34 56"), "12"));
    all.put("the right number", entered(confirming(), "47"));
    all.put("approved", polled(approvedBy(ALICE.toString())));
    all.put(
        "approved, without openid and offline_access",
        polled(approvedBy(ALICE.toString()).withScope("watch").notRefreshable()));
    all.put(
        "the same again, with its proof",
        profile -> {
          var code = saved(profile, approvedBy(ALICE.toString()).withChallenge(CHALLENGE));
          post(pollOf(code, profile).formParam("code_verifier", VERIFIER)).statusCode(200);
          return post(pollOf(code, profile).formParam("code_verifier", VERIFIER));
        });
    return all;
  }

  private Map<String, Function<Profile, ValidatableResponse>> over() {
    var all = new LinkedHashMap<String, Function<Profile, ValidatableResponse>>();
    all.put("denied", polled(denied()));
    all.put("the account was stopped since", polled(approvedBy(MALLORY.toString())));
    all.put("expired", polled(pending().expired()));
    all.put(
        "expired, and told so before",
        profile -> {
          var code = saved(profile, pending().expired());
          poll(code, tv(profile));
          return poll(code, tv(profile));
        });
    all.put("redeemed", polled(redeemedBy(ALICE.toString())));
    return all;
  }

  private Map<String, Function<Profile, ValidatableResponse>> none() {
    var all = new LinkedHashMap<String, Function<Profile, ValidatableResponse>>();
    all.put("unknown", profile -> poll(DeviceCode.random(), tv(profile)));
    all.put(
        "cannot be a device code",
        profile -> post(pollForm("nobodys").formParam("client_id", tv(profile))));
    all.put(
        "another client's",
        profile ->
            post(
                pollForm(pending().with("client_id", "other-tv").save(stores.redis()).value())
                    .formParam("client_id", tv(profile))));
    all.put(
        "another code_verifier",
        profile ->
            post(
                pollOf(saved(profile, pending().withChallenge(CHALLENGE)), profile)
                    .formParam("code_verifier", CHALLENGE)));
    all.put("without its DPoP key", polled(pending().withThumbprint(new DpopKey().thumbprint())));
    all.put("too many unknown ones", this::tooManyUnknown);
    all.put(
        "no device_code",
        profile ->
            post(
                form()
                    .formParam("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
                    .formParam("client_id", tv(profile))));
    all.put(
        "a DPoP proof is required",
        profile -> poll(DeviceCode.random(), named(Clients.STRICT, profile)));
    all.put(
        "a DPoP nonce is required",
        profile ->
            post(
                pollOf(saved(profile, pending()), profile)
                    .header("DPoP", new DpopKey().proof("/oauth/token", null))));
    all.put(
        "the client has no such grant",
        profile -> poll(DeviceCode.random(), named(Clients.NO_GRANT, profile)));
    all.put("a store is away", this::away);
    return all;
  }

  private static StoredGrant confirming() {
    return approvedBy(ALICE.toString()).confirming("47");
  }

  private Function<Profile, ValidatableResponse> polled(StoredGrant grant) {
    return profile -> poll(saved(profile, grant), tv(profile));
  }

  private Function<Profile, ValidatableResponse> entered(StoredGrant grant, String number) {
    return profile -> enter(saved(profile, grant), number, tv(profile));
  }

  private DeviceCode saved(Profile profile, StoredGrant grant) {
    return Clients.of(profile, grant).save(stores.redis());
  }

  private static RequestSpecification pollOf(DeviceCode code, Profile profile) {
    return pollForm(code.value()).formParam("client_id", tv(profile));
  }

  private ValidatableResponse tooManyUnknown(Profile profile) {
    StoredLimit.used(
        stores.redis(), "unknown-codes-per-address", "cb007101", Duration.ofMinutes(1), 300);
    return Stream.generate(
            () ->
                post(pollOf(DeviceCode.random(), profile).header("X-Forwarded-For", "203.0.113.1")))
        .limit(SHARE)
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  private ValidatableResponse away(Profile profile) {
    var code = saved(profile, pending());
    stores.redis().freeze();
    try {
      return poll(code, tv(profile));
    } finally {
      stores.redis().thaw();
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> poll(code, tv(profile)).extract().statusCode() < 500);
    }
  }
}
