package dev.latchkey.fleet.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.device.Silence;
import dev.latchkey.fleet.run.Result;
import dev.latchkey.fleet.scenario.Arrivals;
import dev.latchkey.fleet.scenario.Fates;
import dev.latchkey.fleet.scenario.Phase;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.scenario.Quirks;
import dev.latchkey.fleet.scenario.Scenario;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    var html = HtmlReport.of(result(), ABOUT);
    var text = TextReport.of(result());

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
    var html = HtmlReport.of(result(), ABOUT);

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
    var text = TextReport.of(result());

    // Then
    assertThat(text).contains("2 of 3 requests got no answer, or were refused for overload.");
  }

  private Result result() {
    return new Result(
        new Plan(
            Scenario.BURST,
            1,
            Duration.ofSeconds(1),
            new Arrivals.Within(Duration.ZERO, Duration.ZERO),
            Optional.empty(),
            Quirks.NONE,
            Fates.NOBODY,
            Optional.empty(),
            0,
            false,
            false,
            1),
        Instant.EPOCH,
        1,
        false,
        new Phases(List.of(new Phase("burst", Duration.ZERO))),
        ledger,
        List.of(),
        Map.of());
  }
}
