package dev.latchkey.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.Results;
import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Outcome;
import java.net.URI;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TroublesTest {

  private static final String WELL = "Every answer kept to the specifications.";
  private static final About ABOUT =
      new About(URI.create("http://localhost/token"), new TreeMap<>());

  private final Ledger ledger = new Ledger();

  @Test
  void aServerThatGivesNoAnswersIsNotPraised() {
    // Given
    ledger.count(0, Kind.POLL, new Outcome(400, "authorization_pending"));
    ledger.count(0, Kind.POLL, new Outcome(503, "overload"));
    ledger.count(0, Kind.START, new Outcome(0, "no connection"));
    ledger.count(0, Kind.DECISION, Outcome.NOT_BEGUN);

    // When
    var html = HtmlReport.of(Results.of(ledger), ABOUT);
    var text = TextReport.of(Results.of(ledger));

    // Then
    assertThat(html)
        .doesNotContain(WELL)
        .contains("2 of 3 requests got no answer, or were refused for overload.")
        .contains("1 of 1 people came to no decision.");
    assertThat(text)
        .contains("2 of 3 requests got no answer, or were refused for overload.")
        .contains("1 of 1 people came to no decision.");
  }

  @Test
  void whatTheScenarioWantsIsNoTrouble() {
    // Given
    ledger.count(0, Kind.POLL, new Outcome(429, "slow_down"));
    ledger.count(0, Kind.POLL, new Outcome(0, Silence.DROPPED.code()));
    ledger.count(0, Kind.HELD, Outcome.HELD);
    ledger.count(0, Kind.DECISION, new Outcome(200, "decided"));

    // When
    var html = HtmlReport.of(Results.of(ledger), ABOUT);

    // Then
    assertThat(html).contains(WELL);
  }

  @Test
  void slowDownIsAnAnswerToPollsOnly() {
    // Given
    ledger.count(0, Kind.POLL, new Outcome(503, "slow_down"));
    ledger.count(0, Kind.START, new Outcome(429, "slow_down"));
    ledger.count(0, Kind.REFRESH, new Outcome(503, "slow_down"));

    // When
    var text = TextReport.of(Results.of(ledger));

    // Then
    assertThat(text).contains("2 of 3 requests got no answer, or were refused for overload.");
  }
}
