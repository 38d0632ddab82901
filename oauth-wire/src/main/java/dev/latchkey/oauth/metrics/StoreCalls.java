package dev.latchkey.oauth.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One kind of call to one store: how long those take that are answered, and how many are not. */
final class StoreCalls {

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofSeconds(1)
  };

  private final Timer answered;
  private final Counter failed;

  StoreCalls(MeterRegistry registry, String store, String call) {
    answered =
        Timer.builder("latchkey.store.call")
            .description("Time until a store has answered")
            .tag("store", store)
            .tag("call", call)
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    failed =
        Counter.builder("latchkey.store.failures")
            .description("Calls that a store has not answered, or not in time, or with an error")
            .tag("store", store)
            .tag("call", call)
            .register(registry);
  }

  void answered(long nanos) {
    answered.record(nanos, TimeUnit.NANOSECONDS);
  }

  void failed() {
    failed.increment();
  }
}
