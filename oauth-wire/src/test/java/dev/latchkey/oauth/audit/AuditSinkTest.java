package dev.latchkey.oauth.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.ClientId;
import dev.latchkey.grant.GrantId;
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
import org.junit.jupiter.params.provider.ValueSource;

class AuditSinkTest {

  private static final Logger LOG = Logger.getLogger("audit");

  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    LOG.addHandler(lines);
  }

  @AfterEach
  void leave() {
    LOG.removeHandler(lines);
  }

  @Test
  void anEventIsALineWithItsFields() {
    // When
    new AuditSink()
        .write(
            new AuditEvent(
                "grant.approved",
                new GrantId("g-1"),
                new ClientId("tv"),
                "alice",
                Map.of("scope", "openid watch", "address", "203.0.113.7")));

    // Then
    assertThat(lines.written)
        .containsExactly(
            "event=grant.approved grant=g-1 client_id=tv subject=alice address=203.0.113.7"
                + " scope=\"openid watch\"");
  }

  @Test
  void whatIsNotKnownHasNoField() {
    // When
    new AuditSink().write(new AuditEvent("registry.reloaded", null, null, null, Map.of()));

    // Then
    assertThat(lines.written).containsExactly("event=registry.reloaded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\nevent=grant.approved",
        "x\r\nevent=grant.approved",
        "x\u0085event=grant.approved",
        "x\u2028event=grant.approved",
        "x\u2029event=grant.approved",
        "x\u0000",
        "x\u001B[2J",
        "x\u202Ey"
      })
  void aDeviceCannotForgeALine(String name) {
    // When
    new AuditSink().write(event(name));

    // Then
    assertThat(lines.written)
        .singleElement()
        .asString()
        .matches("event=test device_name=x\\?[ -~]*");
  }

  @Test
  void aDeviceCannotForgeAField() {
    // When
    new AuditSink().write(event("x\" subject=\"admin"));

    // Then
    assertThat(lines.written).containsExactly("event=test device_name=\"x? subject=?admin\"");
  }

  @Test
  void placeholdersInAValueAreOnlyText() {
    // When
    new AuditSink().write(event("{0}%s${jndi:x}"));

    // Then
    assertThat(lines.written).containsExactly("event=test device_name={0}%s${jndi:x}");
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
