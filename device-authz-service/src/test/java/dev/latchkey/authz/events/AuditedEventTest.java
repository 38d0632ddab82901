package dev.latchkey.authz.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditedEventTest {

  private static final String ID = "019e4b1c-6ee7-7000-8000-07e3a1b2c3d4";

  @Test
  void aLineOfAServiceIsAnEvent() {
    // Given
    var line =
        """
        {"id":"%s","time":"2026-11-21T12:00:00.007Z","service":"token-service",\
        "event":"grant.redeemed","auth0":"sede","grant":"g","client_id":"tv","subject":"alice",\
        "device":"d","scope":"openid watch"}"""
            .formatted(ID);

    // When
    var event = AuditedEvent.read(line);

    // Then
    assertThat(event)
        .contains(
            new AuditedEvent(
                UUID.fromString(ID),
                Instant.parse("2026-11-21T12:00:00.007Z"),
                "token-service",
                "grant.redeemed",
                "sede",
                "g",
                "tv",
                "alice",
                Map.of("device", "d", "scope", "openid watch")));
  }

  @Test
  void whatItDoesNotHaveIsNullAndWhatALaterVersionAddsIsADetail() {
    // When
    var event =
        AuditedEvent.read(
            """
            {"id":"%s","time":"2026-11-21T12:00:00Z","service":"s","event":"e","count":3,"x":null}"""
                .formatted(ID));

    // Then
    assertThat(event)
        .hasValueSatisfying(
            read -> {
              assertThat(read.client()).isNull();
              assertThat(read.details()).isEqualTo(Map.of("count", "3"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "no JSON",
        "{}",
        "{\"id\":\"019e4b1c-6ee7-7000-8000-07e3a1b2c3d4\"}",
        "{\"id\":\"x\",\"time\":\"2026-11-21T12:00:00Z\",\"service\":\"s\",\"event\":\"e\"}",
        "{\"id\":\"019e4b1c-6ee7-7000-8000-07e3a1b2c3d4\",\"time\":\"noon\",\"service\":\"s\",\"event\":\"e\"}",
        "{\"id\":\"019e4b1c-6ee7-7000-8000-07e3a1b2c3d4\",\"time\":\"+123456-11-21T12:00:00Z\","
            + "\"service\":\"s\",\"event\":\"e\"}"
      })
  void whatIsNoneIsNotRead(String line) {
    // When
    var event = AuditedEvent.read(line);

    // Then
    assertThat(event).isEmpty();
  }
}
