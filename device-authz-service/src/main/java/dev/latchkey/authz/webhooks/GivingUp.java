package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.metrics.WebhookMetrics;
import dev.latchkey.oauth.store.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Makes dead letters of what has waited for too long, whether anybody tries to send it or not. */
@ApplicationScoped
class GivingUp {

  /** Of each webhook; well within what a statement may take. */
  private static final int MOST_AT_ONCE = 1_000;

  private static final Logger LOG = Logger.getLogger(GivingUp.class);

  private final Rounds rounds =
      new Rounds(
          LOG,
          "events that waited for too long could not be given up",
          "events for webhooks wait until PostgreSQL is back");

  private final DeliveryTable table;
  private final WebhookMetrics metrics;
  private final WebhookSettings settings;

  GivingUp(DeliveryTable table, WebhookMetrics metrics, WebhookSettings settings) {
    this.table = table;
    this.metrics = metrics;
    this.settings = settings;
  }

  @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> round() {
    return rounds.run(
        Uni.createFrom()
            .deferred(() -> table.giveUp(settings.giveUpAfter(), MOST_AT_ONCE))
            .invoke(this::tell)
            .repeat()
            .whilst(dead -> dead >= MOST_AT_ONCE)
            .onItem()
            .ignoreAsUni());
  }

  private void tell(int dead) {
    metrics.died(dead);
    if (dead > 0) {
      LOG.warnf("%d events that waited for a webhook for too long are dead letters", dead);
    }
  }
}
