package dev.latchkey.oauth.action;

import dev.latchkey.oauth.metrics.Counts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How one hook answers. There without a hook, too, so that a dashboard finds it. */
final class ActionMetrics {

  /** What became of asking. */
  enum Outcome {
    ALLOWED,
    DENIED,
    /** Asked, and not answered in time, or not in a way that is understood. */
    FAILED,
    /** Not asked: too many requests were under way. */
    BUSY,
    /** Not asked: it has failed lately, and is left alone. */
    SKIPPED
  }

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1)
  };

  private final Counts<Outcome> calls;
  private final Timer answered;
  private final AtomicInteger leftAlone = new AtomicInteger();

  ActionMetrics(MeterRegistry registry, Trigger trigger) {
    var tags = Tags.of("trigger", trigger.word());
    calls =
        new Counts<>(
            registry,
            "latchkey.action.calls",
            "Questions to hooks of the operator",
            tags,
            "outcome",
            Outcome.class);
    answered =
        Timer.builder("latchkey.action")
            .description("Time until a hook has answered")
            .tags(tags)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    Gauge.builder("latchkey.action.open", leftAlone::get)
        .description("1 while a hook is left alone because it fails")
        .tags(tags)
        .register(registry);
  }

  void count(Outcome outcome) {
    calls.add(outcome);
  }

  void answered(long nanos) {
    answered.record(nanos, TimeUnit.NANOSECONDS);
  }

  void leftAlone(boolean open) {
    leftAlone.set(open ? 1 : 0);
  }
}
