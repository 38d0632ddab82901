package dev.latchkey.token.shapes;

import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refresh;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.MALLORY;
import static dev.latchkey.token.shapes.Clients.hasShape;
import static dev.latchkey.token.shapes.Clients.named;
import static dev.latchkey.token.shapes.Clients.tv;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.shapes.ShapeTable;
import dev.latchkey.shapes.ShapeTable.Profile;
import dev.latchkey.shapes.ShapeTable.Row;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import dev.latchkey.token.DpopKey;
import dev.latchkey.token.StoredFamily;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
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

/** What refreshes are answered. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class RefreshShapesTest {

  private static final String TABLE = "Refreshes";

  /** As the tests' configuration has it. */
  private static final int LIMIT = 1_000;

  /** So many together Redis is told of. */
  private static final int SHARE = 32;

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
    all.put("refreshed", profile -> refreshed(linked(profile), profile));
    all.put("not a refresh token of ours", profile -> refresh("t1.garbage.1.garbage", tv(profile)));
    all.put(
        "another client's",
        profile -> refresh(StoredFamily.linked(stores, "other-tv").token(1), tv(profile)));
    all.put("unlinked", of("revoked_at = now()"));
    all.put("replaced long ago", of("generation = 5"));
    all.put(
        "past its lifetime",
        profile -> refreshed(linked(profile).age(Duration.ofDays(5_000)), profile));
    all.put("the account was stopped since", of("subject = '%s'".formatted(MALLORY)));
    all.put("without its DPoP key", of("dpop_jkt = '%s'".formatted(new DpopKey().thumbprint())));
    all.put(
        "more scope than was granted", profile -> asking(profile, "scope", "watch record print"));
    all.put("another API", profile -> asking(profile, "audience", "https://api.example.com/x"));
    all.put(
        "no refresh_token",
        profile ->
            post(
                form()
                    .formParam("grant_type", "refresh_token")
                    .formParam("client_id", tv(profile))));
    all.put(
        "the client has no such grant",
        profile -> refresh(linked(profile).token(1), named(Clients.NO_GRANT, profile)));
    all.put("too often", this::tooOften);
    all.put("a store is away", this::away);
    return all;
  }

  private Function<Profile, ValidatableResponse> of(String change) {
    return profile -> refreshed(linked(profile).with(change), profile);
  }

  private StoredFamily linked(Profile profile) {
    return StoredFamily.linked(stores, tv(profile));
  }

  private static ValidatableResponse refreshed(StoredFamily device, Profile profile) {
    return refresh(device.token(1), tv(profile));
  }

  private ValidatableResponse asking(Profile profile, String parameter, String value) {
    return post(
        refreshForm(linked(profile).token(1))
            .formParam("client_id", tv(profile))
            .formParam(parameter, value));
  }

  private ValidatableResponse tooOften(Profile profile) {
    var device = linked(profile);
    StoredLimit.used(
        stores.redis(),
        "refreshes-per-device",
        device.id().toString() + '\0' + tv(profile) + '\0',
        Duration.ofMinutes(1),
        LIMIT);
    return Stream.generate(() -> refreshed(device, profile))
        .limit(SHARE)
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  private ValidatableResponse away(Profile profile) {
    var device = linked(profile);
    refreshed(linked(profile), profile).statusCode(200);
    stores.postgres().freeze();
    try {
      return refreshed(device, profile);
    } finally {
      stores.postgres().thaw();
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> refreshed(device, profile).extract().statusCode() == 200);
    }
  }
}
