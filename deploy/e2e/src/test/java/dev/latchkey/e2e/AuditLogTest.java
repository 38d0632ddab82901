package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What three services note of one device, in one place. */
@ExtendWith(Latchkey.class)
class AuditLogTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void anAdministratorCanReadTheLifeOfAGrant(LocalSystem system, Tv tv) {
    // Given
    var tokens = tv.signIn(Phone.ofAlice());
    var device = Api.ofTheTv(tv).introspect(tokens.accessToken()).text("device_id");
    var administrator = new Api(of(system, Part.TOKEN), "admin-cli", "admin-secret-for-tests-only");
    var authz = of(system, Part.DEVICE_AUTHZ);

    // When
    var grant =
        await()
            .atMost(PATIENCE)
            .until(() -> grantOf(device, administrator, authz), Optional::isPresent)
            .orElseThrow();

    // Then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(events(administrator.events(authz, "grant=" + grant)))
                    .extracting(event -> event.get("service") + " " + event.get("event"))
                    .contains(
                        "device-authz-service grant.created",
                        "verification-ui grant.opened",
                        "verification-ui grant.approved",
                        "token-service grant.redeemed"));
  }

  /** The grant that the device was linked by. */
  private static Optional<String> grantOf(String device, Api administrator, Wire authz) {
    return events(administrator.events(authz, "kind=grant.redeemed&limit=200")).stream()
        .filter(
            event ->
                event.get("details") instanceof Map<?, ?> of && device.equals(of.get("device")))
        .map(event -> String.valueOf(event.get("grant")))
        .findFirst();
  }

  private static List<Map<?, ?>> events(Answer page) {
    assertThat(page.status()).isEqualTo(200);
    return ((List<?>) Objects.requireNonNull(page.body().get("events")))
        .stream().<Map<?, ?>>map(event -> (Map<?, ?>) event).toList();
  }

  private static Wire of(LocalSystem system, Part service) {
    return new Wire(URI.create("http://127.0.0.1:" + system.part(service).port()));
  }
}
