package dev.latchkey.oauth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
import dev.latchkey.oauth.trace.Traces;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSinkTest {

  private static final Logger LOG = Logger.getLogger("audit");
  private static final long NOON = 1_795_262_400_007L;

  private final Lines lines = new Lines();
  private final HandedOver stream = new HandedOver();
  private final AuditSink sink = new AuditSink(stream, Traces.off(), "a-service", () -> NOON);

  @BeforeEach
  void listen() {
    LOG.addHandler(lines);
  }

  @AfterEach
  void leave() {
    LOG.removeHandler(lines);
  }

  @Test
  void anEventIsAJsonLineWithItsFields() {
    // When
    sink.write(
        new AuditEvent(
            "grant.denied",
            new GrantId("g-1"),
            new ClientId("tv"),
            "alice",
            Map.of("scope", "openid watch", "address", "203.0.113.7")));

    // Then
    assertThat(withoutId(line()))
        .isEqualTo(
            "{\"time\":\"2026-11-21T12:00:00.007Z\",\"service\":\"a-service\","
                + "\"event\":\"grant.denied\",\"auth0\":\"fdecc\",\"grant\":\"g-1\","
                + "\"client_id\":\"tv\",\"subject\":\"alice\",\"address\":\"203.0.113.7\","
                + "\"scope\":\"openid watch\"}");
  }

  @Test
  void whatIsNotKnownHasNoField() {
    // When
    sink.write(new AuditEvent("registry.changed", null, null, null, Map.of()));

    // Then
    assertThat(new JsonObject(line()).fieldNames())
        .containsExactly("id", "time", "service", "event");
  }

  @Test
  void theStreamGetsWhatTheLogGets() {
    // When
    sink.write(event("Kitchen"));

    // Then
    assertThat(stream.events).isEqualTo(lines.written).hasSize(1);
  }

  @Test
  void eachEventHasAnIdOfItsOwn() {
    // When
    sink.write(event("Kitchen"));
    sink.write(event("Kitchen"));

    // Then
    assertThat(lines.written)
        .extracting(line -> new JsonObject(line).getString("id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatFoundNoPlaceIsAnEventOnce() {
    // Given
    stream.afterLosing(12);

    // When
    sink.write(event("Kitchen"));
    sink.write(event("Kitchen"));

    // Then
    assertThat(stream.events)
        .extracting(line -> new JsonObject(line).getString("event"))
        .containsExactly("test", "audit.gap", "test");
    assertThat(new JsonObject(stream.events.get(1)).getString("lost")).isEqualTo("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\n\"event\":\"grant.approved\"",
        "x\r\nevent=grant.approved",
        "x\u0085event=grant.approved",
        "x\u2028event=grant.approved",
        "x\u2029event=grant.approved",
        "x\u001B[2J",
        "x\u202Ey",
        "x\u007F",
        "x\uDB40\uDC01y"
      })
  void aDeviceCannotForgeALineAndWhatItSaysIsKept(String name) {
    // When
    sink.write(event(name));

    // Then
    assertThat(line()).matches("[ -~]+");
    assertThat(new JsonObject(line()).getString("device_name")).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x\" ,\"subject\":\"admin", "\\", "\\\"", "{0}%s${jndi:x}", "Küche 台所 📺", ""})
  void aDeviceCannotForgeAField(String name) {
    // When
    sink.write(event(name));

    // Then
    assertThat(new JsonObject(line()).getString("device_name")).isEqualTo(name);
    assertThat(new JsonObject(line()).fieldNames()).doesNotContain("subject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\u0000y", "x\uD800y", "x\uDC00y"})
  void whatNoTableCanHoldIsReplaced(String name) {
    // When
    sink.write(event(name));

    // Then
    assertThat(new JsonObject(line()).getString("device_name")).isEqualTo("x\uFFFDy");
  }

  @Test
  void aValueOfAnyLengthIsCut() {
    // When
    sink.write(event("x".repeat(100_000)));

    // Then
    assertThat(new JsonObject(line()).getString("device_name")).hasSize(2_000);
  }

  @ParameterizedTest
  @CsvSource({"id", "time", "event", "subject", "auth0"})
  void noDetailPassesForACommonField(String name) {
    // Then
    assertThatThrownBy(() -> new AuditEvent("test", null, null, null, Map.of(name, "x")))
        .hasMessageContaining(name);
  }

  private String line() {
    assertThat(lines.written).hasSize(1);
    return lines.written.getFirst();
  }

  private static String withoutId(String line) {
    return line.replaceFirst("\"id\":\"[0-9a-f-]{36}\",", "");
  }

  private static AuditEvent event(String deviceName) {
    return new AuditEvent("test", null, null, null, Map.of("device_name", deviceName));
  }

  private static final class Lines extends Handler {

    private final List<String> written = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      written.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
