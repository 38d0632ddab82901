package dev.latchkey.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.stores.RealStores;
import dev.latchkey.trace.Collector;
import dev.latchkey.trace.TracedSpan;
import dev.latchkey.ui.Device;
import dev.latchkey.ui.Phone;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
@TestProfile(Traced.class)
class TracesTest {

  private static final Duration SENT = Duration.ofSeconds(20);

  @SuppressWarnings("NullAway.Init") // by the test resource
  private RealStores stores;

  @SuppressWarnings("NullAway.Init") // by the test resource
  private Collector collector;

  private final Phone phone = new Phone();

  @Test
  void thePagesOfAnApprovalAreFoundByItsGrantAndHoldNothingThatWasTyped() {
    // Given
    var device = Device.asks(stores);
    var confirm = phone.follow(phone.open(device.completeUri()));
    var signIn = phone.follow(phone.confirm(confirm, "continue"));
    var consent = phone.follow(phone.signIn(signIn, "alice", "wonderland"));

    // When
    phone.follow(phone.consent(consent, "approve")).then().statusCode(200);

    // Then
    var approval = request(about(device, "POST /device/consent"));
    assertThat(approval.service()).isEqualTo("verification-ui");
    assertThat(children(approval))
        .extracting(TracedSpan::name)
        .contains("redis decide", "postgresql SELECT");
    assertThat(request(about(device, "GET /device")).attribute("http.route")).isEqualTo("/device");
    assertThat(request(about(device, "POST /device/confirm")).failed()).isFalse();
    assertThat(request(about(device, "POST /login")).failed()).isFalse();
    assertThat(
            Stream.concat(
                Stream.of(
                    device.code(),
                    device.code().replace("-", ""),
                    "wonderland",
                    "alice",
                    "Alice",
                    Phone.hidden(confirm, "/device/confirm").getOrDefault("csrf", "csrf=")),
                phone.cookieNames().stream().map(phone::cookie)))
        .noneMatch(collector::holds);
  }

  @Test
  void theCodeInThePathOfAPictureIsInNoSpan() {
    // Given
    var device = Device.asks(stores);

    // When
    phone.open("/device/qr/" + device.code() + ".svg").then().statusCode(200);

    // Then
    var picture = request(span -> span.name().startsWith("GET /device/qr/{"));
    assertThat(picture.attribute("http.response.status_code")).isEqualTo("200");
    assertThat(collector.holds(device.code())).isFalse();
  }

  private static Predicate<TracedSpan> about(Device device, String name) {
    return span ->
        span.name().equals(name) && span.attribute("latchkey.grant").equals(device.grant());
  }

  /** That request, when it has been sent. */
  private TracedSpan request(Predicate<TracedSpan> such) {
    await().atMost(SENT).until(() -> collector.has(such));
    return collector.spans().stream().filter(such).findFirst().orElseThrow();
  }

  private List<TracedSpan> children(TracedSpan request) {
    return collector.trace(request.trace()).stream()
        .filter(span -> span.parent().equals(request.id()))
        .toList();
  }
}
