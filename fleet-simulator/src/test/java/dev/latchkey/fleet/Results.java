package dev.latchkey.fleet;

import dev.latchkey.fleet.device.Ending;
import dev.latchkey.fleet.run.Result;
import dev.latchkey.fleet.scenario.Arrivals;
import dev.latchkey.fleet.scenario.Fates;
import dev.latchkey.fleet.scenario.Phase;
import dev.latchkey.fleet.scenario.Phases;
import dev.latchkey.fleet.scenario.Plan;
import dev.latchkey.fleet.scenario.Quirks;
import dev.latchkey.fleet.scenario.Scenario;
import dev.latchkey.fleet.statistics.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up results of a run of one device. */
public final class Results {

  private Results() {}

  public static Result of(Ledger ledger) {
    return of(ledger, false, Map.of());
  }

  public static Result of(Ledger ledger, boolean interrupted, Map<Ending, Long> endings) {
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
