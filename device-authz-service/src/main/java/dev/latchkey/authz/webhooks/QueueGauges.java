package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.metrics.WebhookMetrics;
import dev.latchkey.oauth.store.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Tells the metrics every 15 s what waits and what is dead, of all replicas. */
@ApplicationScoped
class QueueGauges {

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(QueueGauges.class),
          "what waits for webhooks could not be counted",
          "what waits for webhooks is as it was last counted until PostgreSQL is back");

  private final WebhookQueues queues;
  private final WebhookMetrics metrics;

  QueueGauges(WebhookQueues queues, WebhookMetrics metrics) {
    this.queues = queues;
    this.metrics = metrics;
  }

  @Scheduled(every = "15s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> round() {
    return rounds.run(queues.states().invoke(this::tell));
  }

  /** What waits for a webhook that is stopped waits because somebody wants it so. */
  private void tell(List<WebhookState> states) {
    var now = Instant.now();
    var working = states.stream().filter(WebhookState::enabled).toList();
    metrics.queued(
        working.stream().mapToInt(WebhookState::waiting).sum(),
        states.stream().mapToInt(WebhookState::dead).sum(),
        working.stream()
            .map(WebhookState::waitingSince)
            .filter(Objects::nonNull)
            .map(since -> Duration.between(since, now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }
}
