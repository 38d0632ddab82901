package dev.latchkey.token.trace;

import static dev.latchkey.stores.StoredGrant.approvedBy;
import static dev.latchkey.stores.StoredGrant.pending;
import static dev.latchkey.token.Device.form;
import static dev.latchkey.token.Device.pollForm;
import static dev.latchkey.token.Device.post;
import static dev.latchkey.token.Device.refreshForm;
import static dev.latchkey.token.Neighbours.ALICE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.token.Neighbours;
import dev.latchkey.trace.CallingTrace;
import dev.latchkey.trace.Collector;
import dev.latchkey.trace.TracedSpan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(Traced.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracesTest {

  private static final Duration SENT = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private Collector collector;

  private final CallingTrace caller = CallingTrace.begin();

  @BeforeEach
  void moveIn() {
    Neighbours.moveIn(stores);
  }

  @Test
  @Order(1)
  void aPollGoesOnWithTheTraceOfItsCallerDownToRedis() {
    // Given
    var code = pending().save(stores.redis());

    // When
    poll(code, caller);

    // Then
    var request = request("POST /oauth/token");
    assertThat(request.parent()).isEqualTo(caller.span());
    assertThat(request.service()).isEqualTo("token-service");
    assertThat(request.attributes())
        .containsEntry("latchkey.request", "poll")
        .containsEntry("latchkey.grant", code.grantId().value())
        .containsEntry("http.route", "/oauth/token")
        .containsEntry("http.response.status_code", "400");
    assertThat(request.failed()).isFalse();
    assertThat(children(request)).extracting(TracedSpan::name).contains("redis poll");
  }

  @Test
  @Order(2)
  void aRefreshShowsItsStatementsWithoutTheirValues() {
    // Given
    String token =
        poll(approvedBy(ALICE.toString()).save(stores.redis()), CallingTrace.unsampled())
            .extract()
            .path("refresh_token");

    // When
    refresh(token).statusCode(200);

    // Then
    var request = request("POST /oauth/token");
    assertThat(request.attributes())
        .containsEntry("latchkey.request", "refresh")
        .containsEntry("http.response.status_code", "200")
        .containsKey("latchkey.grant");
    assertThat(children(request))
        .filteredOn(span -> span.attribute("db.system.name").equals("postgresql"))
        .isNotEmpty()
        .allSatisfy(
            span ->
                assertThat(span.attribute("db.query.text"))
                    .containsIgnoringCase("issued.")
                    .contains("$1"));
  }

  @Test
  @Order(3)
  void aRedemptionIsOneTraceThroughBothStores() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());

    // When
    poll(code, caller).statusCode(200);

    // Then
    var request = request("POST /oauth/token");
    assertThat(children(request))
        .extracting(TracedSpan::name)
        .contains("redis poll", "redis complete", "postgresql WITH");
    assertThat(request.attribute("latchkey.grant")).isEqualTo(code.grantId().value());
  }

  @Test
  @Order(4)
  void nothingThatWasSentOrGivenIsInASpan() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    var delivered = poll(code, caller).statusCode(200).extract().jsonPath();
    var token = delivered.getString("refresh_token");
    var basic = given().auth().preemptive().basic("printer", Neighbours.SECRET);

    // When
    var renewed = refresh(token).extract().jsonPath();
    post(
        basic
            .spec(form().formParam("grant_type", "refresh_token"))
            .formParam("refresh_token", "x"));
    given()
        .header("traceparent", caller.header())
        .header("Authorization", "Bearer " + delivered.getString("access_token"))
        .queryParam("secret", "of-a-query")
        .get("/userinfo")
        .then()
        .statusCode(200);

    // Then
    var last = request("GET /userinfo");
    assertThat(last.attribute("http.route")).isEqualTo("/userinfo");
    assertThat(collector.holds(code.grantId().value())).isTrue();
    assertThat(
            List.of(
                code.value(),
                token,
                renewed.getString("refresh_token"),
                delivered.getString("access_token"),
                delivered.getString("id_token"),
                Neighbours.SECRET,
                ALICE.toString(),
                "alice",
                "of-a-query",
                "127.0.0.1"))
        .noneMatch(collector::holds);
  }

  @Test
  @Order(5)
  void pathsOfOthersAndMethodsOfOthersAreNotRepeated() {
    // When
    given()
        .header("traceparent", caller.header())
        .request("BREW", "/pots/of-a-person")
        .then()
        .statusCode(404);

    // Then
    var request = request("_OTHER");
    assertThat(request.attributes()).doesNotContainKey("http.route");
    assertThat(collector.holds("BREW")).isFalse();
    assertThat(collector.holds("of-a-person")).isFalse();
  }

  @Test
  @Order(6)
  void theLinesOfTheLogSayWhichTraceTheyBelongTo() {
    // Given
    var code = approvedBy(ALICE.toString()).save(stores.redis());
    try (var lines = TraceIds.of("audit")) {

      // When
      poll(code, caller).statusCode(200);

      // Then
      assertThat(lines.ids()).contains(caller.id());
    }
  }

  @Test
  @Order(7)
  void whoeverCallsDecidesWhetherItIsTraced() {
    // Given
    var unsampled = CallingTrace.unsampled();
    poll(pending().save(stores.redis()), unsampled);

    // When
    poll(pending().save(stores.redis()), caller);

    // Then
    request("POST /oauth/token");
    assertThat(collector.trace(unsampled.id())).isEmpty();
  }

  @Test
  @Order(8)
  void aCollectorThatIsAwayDisturbsNobody() {
    // Given
    var code = pending().save(stores.redis());
    collector.stop();

    // When
    var response = poll(code, caller);

    // Then
    response.statusCode(400).body("error", equalTo("authorization_pending"));
  }

  private static ValidatableResponse poll(DeviceCode code, CallingTrace caller) {
    return post(traced(pollForm(code.value()), caller));
  }

  private ValidatableResponse refresh(String token) {
    return post(traced(refreshForm(token), caller));
  }

  private static RequestSpecification traced(RequestSpecification form, CallingTrace caller) {
    return form.header("traceparent", caller.header()).formParam("client_id", "living-room-tv");
  }

  /** The caller's last request of that name, when it has been sent. */
  private TracedSpan request(String name) {
    await()
        .atMost(SENT)
        .untilAsserted(
            () ->
                assertThat(collector.trace(caller.id()))
                    .extracting(TracedSpan::name)
                    .contains(name));
    return named(name).getLast();
  }

  private List<TracedSpan> named(String name) {
    return collector.trace(caller.id()).stream().filter(span -> span.name().equals(name)).toList();
  }

  /** They end before their request, and are sent before it. */
  private List<TracedSpan> children(TracedSpan request) {
    return collector.trace(caller.id()).stream()
        .filter(span -> span.parent().equals(request.id()))
        .toList();
  }
}
