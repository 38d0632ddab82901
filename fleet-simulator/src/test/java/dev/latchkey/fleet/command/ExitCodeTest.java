package dev.latchkey.fleet.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fleet.Results;
import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.statistics.Kind;
import dev.latchkey.fleet.statistics.Ledger;
import dev.latchkey.fleet.statistics.Outcome;
import java.util.Map;
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
    var code = ExitCode.of(Results.of(ledger, false, Map.of(Ending.REJECTED, 1L)));

    // Then
    assertThat(code).isEqualTo(ExitCode.SURPRISES);
  }

  @Test
  void controlCOutranksAll() {
    // Given
    ledger.surprise("start: status 400 with nonsense");

    // When
    var code = ExitCode.of(Results.of(ledger, true, Map.of()));

    // Then
    assertThat(code).isEqualTo(ExitCode.INTERRUPTED);
  }

  @Test
  void silenceIsNoAnswer() {
    // Given
    ledger.count(0, Kind.START, new Outcome(0, "timeout"));

    // When
    var code = ExitCode.of(Results.of(ledger));

    // Then
    assertThat(code).isEqualTo(ExitCode.NO_SERVER);
  }

  @Test
  void peopleWhoAllFailAreNotPassedOver() {
    // Given
    ledger.count(0, Kind.START, new Outcome(200, "codes"));
    ledger.count(0, Kind.DECISION, WRONG_PASSWORD);

    // When
    var code = ExitCode.of(Results.of(ledger));

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
    var code = ExitCode.of(Results.of(ledger));

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
    var code = ExitCode.of(Results.of(ledger, false, Map.of(Ending.LINKED, 1L)));

    // Then
    assertThat(code).isEqualTo(ExitCode.WELL);
  }
}
