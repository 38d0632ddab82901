package dev.latchkey.token.hold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitPreferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {
        "wait=10 : 10",
        "WAIT=10 : 10",
        "wait = 10 : 10",
        "wait=\"10\" : 10",
        "respond-async, wait=10 : 10",
        "return=minimal; note=\"a, b; wait=3\", wait=10 : 10",
        "note=\"a \\\" , wait=3\", wait=10 : 10",
        "wait=10; strictly : 10",
        "wait=10, wait=20 : 10",
        "wait=007 : 7",
        "wait=99999999999999999999 : 2147483647",
      })
  void readsHowLongTheClientWouldWait(String prefer, int seconds) {
    // When
    var wait = WaitPreference.of(List.of(prefer));

    // Then
    assertThat(wait).hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        ";",
        "=",
        "\"",
        "wait",
        "wait=",
        "wait=0",
        "wait=-1",
        "wait=1.5",
        "wait=1s",
        "wait=soon",
        "wait=\"",
        "wait=\"1",
        "wait='1'",
        "wait=1=1",
        "waiting=10",
        "wait=soon, wait=10",
        "respond-async; wait=10",
      })
  void ignoresWhatItCannotRead(String prefer) {
    // When
    var wait = WaitPreference.of(List.of(prefer));

    // Then
    assertThat(wait).isEmpty();
  }

  @Test
  void severalHeadersAreOne() {
    // When
    var wait = WaitPreference.of(List.of("respond-async", "wait=5", "wait=6"));

    // Then
    assertThat(wait).hasValue(Duration.ofSeconds(5));
  }

  @Test
  void whoSaysNothingDoesNotWait() {
    // When
    var wait = WaitPreference.of(List.of());

    // Then
    assertThat(wait).isEmpty();
  }
}
