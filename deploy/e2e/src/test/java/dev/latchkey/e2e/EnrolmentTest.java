package dev.latchkey.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fleet that an operator approves ahead, through three services. */
@ExtendWith(Latchkey.class)
class EnrolmentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aDeviceOfABatchIsLinkedWithoutAPersonAndUnlinkedWithTheBatch(LocalSystem system, Tv any) {
    // Given
    var administrator = new Api(of(system, Part.TOKEN), "admin-cli", "admin-secret-for-tests-only");
    var authz = of(system, Part.DEVICE_AUTHZ);
    var made = administrator.order(authz, "/admin/enrolment-tokens", wanted());
    var tv = any.of("calm-tv");
    var presented = Map.of("enrolment_token", made.text("enrolment_token"));

    // When
    var codes = tv.start("calm-tv", "offline_access watch", presented);
    var tokens = tv.poll(codes);
    var second = tv.start("calm-tv", "offline_access watch", presented);
    var third = tv.ask("offline_access watch", presented);

    // Then
    assertThat(tokens.hasTokens()).isTrue();
    assertThat(tv.poll(second).hasTokens()).isTrue();
    assertThat(third.error()).isEqualTo("invalid_grant");
    var batch = "{\"enrolment\":\"" + made.text("id") + "\"";
    var orders = "/admin/devices/unlink";
    var looked = administrator.order(of(system, Part.TOKEN), orders, batch + "}");
    assertThat(looked.body().get("matching")).hasToString("2");
    administrator.order(
        of(system, Part.TOKEN), orders, batch + ",\"dry_run\":false,\"at_most\":2}");
    assertThat(tv.refresh(tokens.refreshToken()).error()).isEqualTo("invalid_grant");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        (List<?>)
                            Objects.requireNonNull(
                                administrator
                                    .events(authz, "kind=enrolment.used&client_id=calm-tv")
                                    .body()
                                    .get("events")))
                    .hasSize(2));
  }

  private static String wanted() {
    return """
        {"label":"Two for the lobby","client_id":"calm-tv","service":"lobby",
         "scopes":["watch","offline_access"],"count":2,"valid_until":"%s"}
        """
        .formatted(Instant.now().plusSeconds(600));
  }

  private static Wire of(LocalSystem system, Part service) {
    return new Wire(URI.create("http://127.0.0.1:" + system.part(service).port()));
  }
}
