package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.device.Ending;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

  private static final Outcome WRONG_PASSWORD = new Outcome(0, "could not sign in");
  private static final Outcome DECIDED = new Outcome(200, "decided");

  private final Ledger ledger = new Ledger();

  @Test
  void anAnswerOutsideTheSpecificationsOutranksARejection() {
    // Given
    ledger.count(0, Kind.START, new Outcome(400, "surprise"));
    ledger.surprise("start: status 400 with nonsense");

    // When
    var code = ExitCode.of(result(false, Map.of(Ending.REJECTED, 1L)));

    // Then
    assertThat(code).isEqualTo(ExitCode.SURPRISES);
  }

  @Test
  void controlCOutranksAll() {
    // Given
    ledger.surprise("start: status 400 with nonsense");

    // When
    var code = ExitCode.of(result(true, Map.of()));

    // Then
    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void silenceIsNoAnswer() {
    // Given
    ledger.count(0, Kind.START, new Outcome(0, "timeout"));

    // When
    var code = ExitCode.of(result(false, Map.of()));

    // Then
    assertThat(code).isEqualTo(ExitCode.NO_SERVER);
  }

  @Test
  void peopleWhoAllFailAreNotPassedOver() {
    // Given
    ledger.count(0, Kind.START, new Outcome(200, "codes"));
    ledger.count(0, Kind.DECISION, WRONG_PASSWORD);

    // When
    var code = ExitCode.of(result(false, Map.of()));

    // Then
    assertThat(code).isEqualTo(ExitCode.REJECTED);
  }

  @Test
  void aPageThatIsRefusedIsNoDecision() {
    // Given
    ledger.count(0, Kind.START, new Outcome(200, "codes"));
    ledger.count(0, Kind.DECISION, new Outcome(404, "from /pages"));
    ledger.count(0, Kind.DECISION, Outcome.NOT_BEGUN);

    // When
    var code = ExitCode.of(result(false, Map.of()));

    // Then
    assertThat(code).isEqualTo(ExitCode.REJECTED);
  }

  @Test
  void somePeopleMayFail() {
    // Given
    ledger.count(0, Kind.START, new Outcome(200, "codes"));
    ledger.count(0, Kind.DECISION, WRONG_PASSWORD);
    ledger.count(0, Kind.DECISION, DECIDED);

    // When
    var code = ExitCode.of(result(false, Map.of(Ending.LINKED, 1L)));

    // Then
    assertThat(code).isEqualTo(ExitCode.WELL);
  }

  private Result result(boolean interrupted, Map<Ending, Long> endings) {
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
        interrupted,
        new Phases(List.of(new Phase("burst", Duration.ZERO))),
        ledger,
        List.of(),
        endings);
  }
}
