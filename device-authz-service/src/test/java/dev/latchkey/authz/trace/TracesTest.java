package dev.latchkey.authz.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.grant.DeviceCode;
import dev.latchkey.stores.RealStores;
import dev.latchkey.trace.CallingTrace;
import dev.latchkey.trace.Collector;
import dev.latchkey.trace.TracedSpan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(Traced.class)
class TracesTest {

  private static final Duration SENT = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private Collector collector;

  private final CallingTrace caller = CallingTrace.begin();

  @Test
  void aStartIsATraceThatIsFoundByItsGrantAndHoldsNoCode() {
    // When
    var started =
        given()
            .header("traceparent", caller.header())
            .contentType("application/x-www-form-urlencoded")
            .formParam("client_id", "tv")
            .formParam("device_name", "Grandma's set")
            .post("/oauth/device/code")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    // Then
    var code = new DeviceCode(started.getString("device_code"));
    var request = request("POST /oauth/device/code");
    assertThat(request.service()).isEqualTo("device-authz-service");
    assertThat(request.parent()).isEqualTo(caller.span());
    assertThat(request.attributes())
        .containsEntry("latchkey.request", "start")
        .containsEntry("latchkey.grant", code.grantId().value())
        .containsEntry("http.response.status_code", "200");
    assertThat(children(request)).extracting(TracedSpan::name).contains("redis create");
    var userCode = started.getString("user_code");
    assertThat(List.of(code.value(), userCode, userCode.replace("-", ""), "Grandma"))
        .noneMatch(collector::holds);
  }

  @Test
  void aResourceIsNamedByTheTemplateOfItsPath() {
    // When
    given()
        .header("traceparent", caller.header())
        .queryParam("cursor", "of-somebody")
        .get("/admin/events")
        .then()
        .statusCode(401);

    // Then
    var request = request("GET /admin/events");
    assertThat(request.attribute("http.response.status_code")).isEqualTo("401");
    assertThat(collector.holds("of-somebody")).isFalse();
  }

  /** The caller's request of that name, when it has been sent. */
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

  private List<TracedSpan> children(TracedSpan request) {
    return collector.trace(caller.id()).stream()
        .filter(span -> span.parent().equals(request.id()))
        .toList();
  }
}
