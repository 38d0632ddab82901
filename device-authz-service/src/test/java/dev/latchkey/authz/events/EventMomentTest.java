package dev.latchkey.authz.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMomentTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00.006Z, false",
    "2026-11-21T12:00:00.007Z, true",
    "2026-11-21T12:00:00.008Z, true",
  })
  void itIsBetweenTheIdsOfBeforeAndThoseFromThenOn(Instant event, boolean included) {
    // Given
    var moment = EventMoment.first(Instant.parse("2026-11-21T12:00:00.007Z"));

    // When
    var id = EventRows.id(event);

    // Then
    assertThat(id.toString().compareTo(moment.toString()) > 0).isEqualTo(included);
  }

  @Test
  void aMomentWithinAMillisecondIsTheNextOne() {
    // When
    var moment = EventMoment.first(Instant.parse("2026-11-21T12:00:00.006001Z"));

    // Then
    assertThat(moment).isEqualTo(EventMoment.first(Instant.parse("2026-11-21T12:00:00.007Z")));
  }

  @Test
  void momentsBeforeAndAfterAllEventsAreNoHarm() {
    // When
    var first = EventMoment.first(Instant.MIN);
    var last = EventMoment.first(Instant.MAX);

    // Then
    assertThat(first).hasToString("00000000-0000-0000-0000-000000000000");
    assertThat(last).hasToString("ffffffff-ffff-0000-0000-000000000000");
  }
}
