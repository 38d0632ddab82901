package dev.latchkey.authz.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What becomes of events that are sent to webhooks. */
@Startup
@Singleton
public class WebhookMetrics {

  private static final double MILLIS = 1_000;

  private final Counter delivered;
  private final Counter retried;
  private final Counter dead;
  private volatile int waitingNow;
  private volatile int deadNow;
  private volatile Duration lag = Duration.ZERO;

  public WebhookMetrics(MeterRegistry registry) {
    delivered = outcome(registry, "delivered");
    retried = outcome(registry, "retried");
    dead = outcome(registry, "dead");
    Gauge.builder("latchkey.webhook.waiting", () -> waitingNow)
        .description("Events that are still to be sent to a webhook, of all pods")
        .register(registry);
    Gauge.builder("latchkey.webhook.dead", () -> deadNow)
        .description("Dead letters, of all pods")
        .register(registry);
    Gauge.builder("latchkey.webhook.lag", () -> lag.toMillis() / MILLIS)
        .description("For how long the oldest event has waited to be sent to a webhook")
        .baseUnit("seconds")
        .register(registry);
  }

  /** So many were taken. */
  public void delivered(int deliveries) {
    delivered.increment(deliveries);
  }

  /** So many were not taken, and are tried again. */
  public void willRetry(int deliveries) {
    retried.increment(deliveries);
  }

  /** So many are not tried any more. */
  public void died(int deliveries) {
    dead.increment(deliveries);
  }

  /** What is in the queues now, by what all pods have put there. */
  public void queued(int waiting, int dead, Duration oldest) {
    waitingNow = waiting;
    deadNow = dead;
    lag = oldest;
  }

  private static Counter outcome(MeterRegistry registry, String outcome) {
    return Counter.builder("latchkey.webhook.deliveries")
        .description("Attempts to send an event to a webhook, by what came of them")
        .tag("outcome", outcome)
        .register(registry);
  }
}
