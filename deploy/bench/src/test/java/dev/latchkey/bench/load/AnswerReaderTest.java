package dev.latchkey.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

  private static final String PENDING = "{\"error\":\"authorization_pending\"}";
  private static final String WHOLE =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: " + PENDING.length() + "\r\n\r\n" + PENDING;

  private final AnswerReader reader = new AnswerReader();

  @Test
  void anAnswerMayComeInAnyPieces() {
    // Given
    for (var at = 0; at < WHOLE.length() - 1; at++) {
      assertNothingYet(WHOLE.substring(at, at + 1));
    }

    // When
    var answer = reader.read(Buffer.buffer("}")).orElseThrow();

    // Then
    assertThat(answer).isEqualTo(new Answer(400, PENDING));
    assertThat(answer.kind()).isEqualTo("400 authorization_pending");
  }

  @Test
  void theNextAnswerBeginsAnew() {
    // Given
    var first = reader.read(Buffer.buffer(WHOLE)).orElseThrow();

    // When
    var second =
        reader.read(Buffer.buffer("HTTP/1.1 200 OK\r\ncontent-length:0\r\n\r\n")).orElseThrow();

    // Then
    assertThat(second).isEqualTo(new Answer(200, "")).isNotEqualTo(first);
    assertThat(second.kind()).isEqualTo("200");
  }

  @Test
  void lengthIsInBytes() {
    // Given
    var body = "{\"message\":\"コード\",\"device_code\":\"abc\"}";

    // When
    var answer =
        reader
            .read(Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: 43\r\n\r\n").appendString(body))
            .orElseThrow();

    // Then
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.member("device_code")).contains("abc");
  }

  @Test
  void refusesWhatItCannotMeasure() {
    // Given
    var chunked = Buffer.buffer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");

    // When
    var reading = assertThatIllegalStateException().isThrownBy(() -> reader.read(chunked));

    // Then
    reading.withMessageContaining("Content-Length");
  }

  private void assertNothingYet(String piece) {
    if (reader.read(Buffer.buffer(piece)).isPresent()) {
      throw new AssertionError("too early");
    }
  }
}
