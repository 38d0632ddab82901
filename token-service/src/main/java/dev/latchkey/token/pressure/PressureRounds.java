package dev.latchkey.token.pressure;

import dev.latchkey.oauth.load.Overload;
import dev.latchkey.oauth.store.Rounds;
import dev.latchkey.pressure.PressureReports;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reports once a second; a pod that is gone is forgotten 5 s after its last report. */
@ApplicationScoped
class PressureRounds {

  private static final int ALL = 100;

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(PressureRounds.class),
          "the pressure could not be reported",
          "nobody knows how busy this pod is until Redis is back");

  private final UUID pod = UUID.randomUUID();
  private final Overload overload;
  private final PressureReports reports;

  PressureRounds(Overload overload, PressureReports reports) {
    this.overload = overload;
    this.reports = reports;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> report() {
    var percent = (int) Math.min(Math.round(ALL * overload.pressure()), ALL);
    return rounds.run(reports.report(pod, percent));
  }
}
