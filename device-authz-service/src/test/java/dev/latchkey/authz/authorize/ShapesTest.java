package dev.latchkey.authz.authorize;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.shapes.Shape;
import dev.latchkey.shapes.ShapeTable;
import dev.latchkey.shapes.ShapeTable.Profile;
import dev.latchkey.shapes.ShapeTable.Row;
import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.StoredLimit;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/shapes.md} against what devices are answered that ask for codes. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class ShapesTest {

  private static final String TABLE = "Device authorization";
  private static final String FORM = "application/x-www-form-urlencoded";

  /** As the tests' configuration has it. */
  private static final int LIMIT = 1_000;

  /** So many together Redis is told of. */
  private static final int SHARE = 32;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

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
    response
        .contentType("application/json")
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache");
    assertThat(shape(response)).isEqualTo(row.shape());
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
    all.put("codes", profile -> post(tv(profile)));
    all.put(
        "codes, and a number to confirm",
        profile -> post(tv(profile).formParam("confirmation", "number")));
    all.put("no client_id", profile -> post(form()));
    all.put("unknown client", profile -> post(form().formParam("client_id", "nobody")));
    all.put("stopped client", profile -> post(form().formParam("client_id", "stopped")));
    all.put(
        "a secret of a public client",
        profile -> post(tv(profile).formParam("client_secret", "x")));
    all.put(
        "wrong credentials in the header",
        profile -> post(form().auth().preemptive().basic("printer", "wrong")));
    all.put(
        "the client has no such grant",
        profile -> post(form().formParam("client_id", named("backend", profile))));
    all.put(
        "a scope that is not the client's",
        profile -> post(tv(profile).formParam("scope", "print")));
    all.put("unknown API", profile -> post(tv(profile).formParam("audience", "https://nowhere")));
    all.put(
        "a parameter twice",
        profile -> post(tv(profile).formParam("scope", List.of("watch", "record"))));
    all.put(
        "a number to confirm is required",
        profile -> post(form().formParam("client_id", named("careful-tv", profile))));
    all.put("a code_challenge is required", this::withoutChallenge);
    all.put("a DPoP proof that is none", profile -> post(tv(profile).header("DPoP", "x.y.z")));
    all.put(
        "an enrolment token of no use",
        profile -> post(tv(profile).formParam("enrolment_token", "x")));
    all.put("JSON", profile -> post(given().contentType("application/json").body("{}")));
    all.put("GET", profile -> given().when().get("/oauth/device/code").then());
    all.put(
        "more than 32 KiB", profile -> post(tv(profile).formParam("scope", "x".repeat(40_000))));
    all.put("too many starts", this::tooMany);
    all.put("a store is away", this::away);
    return all;
  }

  private ValidatableResponse withoutChallenge(Profile profile) {
    var client =
        switch (profile) {
          case RFC8628 -> "web-tv";
          case AUTH0 -> "auth0-careful-tv";
        };
    return post(form().formParam("client_id", client).formParam("confirmation", "number"));
  }

  private ValidatableResponse tooMany(Profile profile) {
    StoredLimit.used(
        stores.redis(),
        "starts-per-address",
        named("tv", profile) + '\0' + "cb007101",
        Duration.ofMinutes(1),
        LIMIT);
    return Stream.generate(() -> post(tv(profile).header("X-Forwarded-For", "203.0.113.1")))
        .limit(SHARE)
        .reduce((before, next) -> next)
        .orElseThrow();
  }

  private ValidatableResponse away(Profile profile) {
    stores.redis().freeze();
    try {
      return post(tv(profile));
    } finally {
      stores.redis().thaw();
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> post(tv(profile)).extract().statusCode() == 200);
    }
  }

  private static Shape shape(ValidatableResponse response) {
    var answer = response.extract();
    var headers =
        answer.headers().asList().stream().map(it -> it.getName()).collect(Collectors.toSet());
    return Shape.of(answer.statusCode(), answer.jsonPath().getMap("$"), headers);
  }

  private static String named(String client, Profile profile) {
    return switch (profile) {
      case RFC8628 -> client;
      case AUTH0 -> "auth0-" + client;
    };
  }

  private static RequestSpecification tv(Profile profile) {
    return form().formParam("client_id", named("tv", profile));
  }

  private static RequestSpecification form() {
    return given().contentType(FORM);
  }

  private static ValidatableResponse post(RequestSpecification request) {
    return request.when().post("/oauth/device/code").then();
  }
}
