package dev.latchkey.oauth.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentValueTest {

  /** What can be chosen. */
  private enum Finish {
    MATT,
    HIGH_GLOSS
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00.123456+01:00, 2026-01-31T11:00:00.123456Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
  })
  void readsATimeWithItsOffset(String sent, Instant time) {
    assertThat(field(sent).time()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31",
        "2026-01-31T12:00:00",
        "2026-01-31T12:00:00 01:00",
        "2026-02-30T12:00:00Z",
        "1769860800",
        "1969-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "yesterday"
      })
  void whatIsNoTimeIsRefused(String sent) {
    assertThatThrownBy(() -> field(sent).time())
        .isInstanceOf(ProblemException.class)
        .hasMessage("The field finish is not a time like 2026-01-31T12:00:00Z");
  }

  @Test
  void readsAnId() {
    var id = UUID.randomUUID();

    assertThat(field(id.toString()).uuid()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "1-1-1-1-1", "0b2f6c3a4f2e4d7e9d535a4f6f9f0001"})
  void whatIsNoIdIsRefused(String sent) {
    assertThatThrownBy(() -> field(sent).uuid())
        .isInstanceOf(ProblemException.class)
        .hasMessage("The field finish is not an id");
  }

  @Test
  void readsAWordInSmallLetters() {
    assertThat(field("high_gloss").word(Finish.class)).isEqualTo(Finish.HIGH_GLOSS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"glossy", "MATT", "matt,high_gloss"})
  void namesTheWordsThereAre(String sent) {
    assertThatThrownBy(() -> field(sent).word(Finish.class))
        .isInstanceOf(ProblemException.class)
        .hasMessage("The field finish is one of matt, high_gloss");
  }

  private static SentValue field(String value) {
    return SentValue.field("finish", value);
  }
}
