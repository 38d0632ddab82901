package dev.latchkey.authz.pace;

import dev.latchkey.oauth.store.Rounds;
import dev.latchkey.pressure.PollPressure;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** The pace of the fleet as of now, looked up once a second, however many devices ask. */
@Startup
@ApplicationScoped
public class FleetPace {

  /** As long as a report counts in Redis. */
  private static final Duration CURRENT = Duration.ofSeconds(5);

  private static final Reading NOTHING = new Reading(OptionalInt.empty(), 0);

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(FleetPace.class),
          "the pressure could not be read",
          "devices have their own pace until Redis is back");

  private final PollPressure pressure;
  private final Pace pace;
  private final LongSupplier nanoTime;
  private volatile Reading latest = NOTHING;

  @Inject
  FleetPace(PollPressure pressure, PaceConfig config) {
    this(pressure, config, System::nanoTime);
  }

  /** With a clock that only tells how long something is ago. */
  FleetPace(PollPressure pressure, PaceConfig config, LongSupplier nanoTime) {
    this.pressure = pressure;
    this.pace = new Pace(config);
    this.nanoTime = nanoTime;
  }

  /**
   * The interval for a device that asks now: its client's own, or a longer one. Without news of the
   * token service for 5 s it is the client's own.
   */
  public Duration interval(Duration own) {
    var reading = latest;
    return reading.percent().isPresent() && nanoTime.getAsLong() - reading.at() < CURRENT.toNanos()
        ? pace.interval(own, reading.percent().getAsInt(), ThreadLocalRandom.current())
        : own;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> look() {
    return rounds.run(
        pressure.now().invoke(percent -> latest = new Reading(percent, nanoTime.getAsLong())));
  }

  private record Reading(OptionalInt percent, long at) {}
}
