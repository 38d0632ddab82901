package dev.latchkey.token.shapes;

import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.poll;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Neighbours.SECRET;
import static dev.latchkey.token.shapes.Clients.hasShape;
import static dev.latchkey.token.shapes.Clients.named;
import static dev.latchkey.token.shapes.Clients.tv;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.shapes.ShapeTable;
import dev.latchkey.shapes.ShapeTable.Profile;
import dev.latchkey.shapes.ShapeTable.Row;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What requests are answered that are not looked at closely enough to be of one grant. */
@QuarkusTest
@QuarkusTestResource(RealStores.class)
class TokenRequestShapesTest {

  private static final String TABLE = "Any token request";
  private static final String CODE = DeviceCode.random().value();

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @BeforeEach
  void moveIn() {
    Clients.moveIn(stores);
    Neighbours.publicClient(
        stores,
        named("machine", Profile.AUTH0),
        "error_profile = 'AUTH0', grant_types = 'client_credentials'");
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

  private static Map<String, Function<Profile, ValidatableResponse>> outcomes() {
    var all = new LinkedHashMap<String, Function<Profile, ValidatableResponse>>();
    all.put("no grant_type", profile -> post(form().formParam("client_id", tv(profile))));
    all.put(
        "unknown grant_type",
        profile ->
            post(form().formParam("grant_type", "password").formParam("client_id", tv(profile))));
    all.put(
        "a parameter twice",
        profile ->
            post(pollForm(CODE).formParam("client_id", tv(profile)).formParam("device_code", "x")));
    all.put("no client_id", profile -> post(pollForm(CODE)));
    all.put("unknown client", profile -> poll(DeviceCode.random(), "nobody"));
    all.put(
        "stopped client", profile -> poll(DeviceCode.random(), named(Clients.STOPPED, profile)));
    all.put(
        "a secret of a public client",
        profile ->
            post(
                pollForm(CODE)
                    .formParam("client_id", tv(profile))
                    .formParam("client_secret", SECRET)));
    all.put("wrong credentials in the header", profile -> post(basic(pollForm(CODE), "wrong")));
    all.put(
        "client_credentials",
        profile ->
            post(basic(form(), "admin-cli", SECRET).formParam("grant_type", "client_credentials")));
    all.put(
        "client_credentials of a public client",
        profile ->
            post(
                form()
                    .formParam("grant_type", "client_credentials")
                    .formParam("client_id", machine(profile))));
    all.put(
        "JSON",
        profile -> post(given().contentType("application/json").body("{\"client_id\":\"tv\"}")));
    all.put("GET", profile -> given().when().get("/oauth/token").then());
    all.put(
        "more than 32 KiB",
        profile -> post(pollForm("x".repeat(40_000)).formParam("client_id", tv(profile))));
    return all;
  }

  private static String machine(Profile profile) {
    return switch (profile) {
      case RFC8628 -> "backend";
      case AUTH0 -> named("machine", profile);
    };
  }

  private static RequestSpecification basic(RequestSpecification request, String secret) {
    return basic(request, "printer", secret);
  }

  private static RequestSpecification basic(
      RequestSpecification request, String client, String secret) {
    return request.auth().preemptive().basic(client, secret);
  }
}
