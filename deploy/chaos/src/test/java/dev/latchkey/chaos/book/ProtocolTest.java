package dev.latchkey.chaos.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolTest {

  @ParameterizedTest
  @CsvSource({
    "START, 200, '', false",
    "POLL, 200, '', false",
    "POLL, 400, authorization_pending, false",
    "POLL, 400, invalid_grant, false",
    "POLL, 503, slow_down, true",
    "POLL, 429, slow_down, true",
    "REFRESH, 400, use_dpop_nonce, false",
    "REFRESH, 503, temporarily_unavailable, true",
    "START, 503, temporarily_unavailable, true",
    "PAGE, 200, '', false",
    "PAGE, 410, '', false",
    "PAGE, 503, '', true"
  })
  void allowsWhatTheSpecificationsHave(Ask ask, int status, String error, boolean retryAfter) {
    // When
    var offence = Protocol.offence(ask, reply(status, error, retryAfter));

    // Then
    assertThat(offence).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "START, 500, server_error, false",
    "START, 503, slow_down, true",
    "START, 400, invalid_client, false",
    "POLL, 500, server_error, false",
    "POLL, 503, slow_down, false",
    "POLL, 503, temporarily_unavailable, true",
    "POLL, 400, invalid_request, false",
    "POLL, 401, invalid_client, false",
    "POLL, 200, access_denied, false",
    "REFRESH, 400, authorization_pending, false",
    "REFRESH, 502, '', false",
    "PAGE, 500, '', false",
    "PAGE, 503, '', false",
    "PAGE, 400, '', false"
  })
  void allowsNothingElse(Ask ask, int status, String error, boolean retryAfter) {
    // When
    var offence = Protocol.offence(ask, reply(status, error, retryAfter));

    // Then
    assertThat(offence).isPresent();
  }

  @Test
  void anAnswerThatIsNoJsonIsNone() {
    // Given
    var page = new Reply(503, false, "slow_down", "words", true, false);

    // When
    var offence = Protocol.offence(Ask.POLL, page);

    // Then
    assertThat(offence).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Ask.class)
  void anAnswerThatMayBeStoredIsNone(Ask ask) {
    // Given
    var stored = new Reply(200, true, "", "", false, true);

    // When
    var offence = Protocol.offence(ask, stored);

    // Then
    assertThat(offence).isPresent();
  }

  private static Reply reply(int status, String error, boolean retryAfter) {
    return new Reply(status, true, error, error.isEmpty() ? "" : "words", retryAfter, false);
  }
}
