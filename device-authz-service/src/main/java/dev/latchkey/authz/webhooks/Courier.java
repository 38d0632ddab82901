package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.metrics.WebhookMetrics;
import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.authz.webhooks.Outcome.Fate;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Brings events to one webhook, some at a time, one batch after the other. What it does for one
 * takes nothing from the others.
 */
final class Courier {

  private static final Logger LOG = Logger.getLogger(Courier.class);

  /** Longer than PostgreSQL is given to write down what came of it. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private final Supplier<Optional<Webhook>> target;
  private final DeliveryTable table;
  private final WebhookSender sender;
  private final WebhookMetrics metrics;
  private final WebhookSettings settings;
  private final Restraint restraint;
  private final AtomicBoolean underWay = new AtomicBoolean();

  /**
   * @param target the webhook as it is declared now; empty once it is not
   */
  Courier(
      Supplier<Optional<Webhook>> target,
      DeliveryTable table,
      WebhookSender sender,
      WebhookMetrics metrics,
      WebhookSettings settings) {
    this.target = target;
    this.table = table;
    this.sender = sender;
    this.metrics = metrics;
    this.settings = settings;
    this.restraint = new Restraint(settings.parallel(), System::nanoTime);
  }

  /** Sends what is due, all of it; nothing if that is under way. Fails when PostgreSQL is away. */
  Uni<Void> round() {
    return Uni.createFrom()
        .deferred(
            () ->
                underWay.compareAndSet(false, true)
                    ? all().onTermination().invoke(() -> underWay.set(false))
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> all() {
    return Uni.createFrom()
        .deferred(this::batch)
        .repeat()
        .whilst(mayBeMore -> mayBeMore)
        .onItem()
        .ignoreAsUni();
  }

  /** Answers whether there may be more to send right now. */
  private Uni<Boolean> batch() {
    var places = restraint.places();
    var webhook = target.get();
    if (places == 0 || webhook.isEmpty()) {
      return Uni.createFrom().item(false);
    }
    return table
        .claim(webhook.get(), places, restraint.isProbing(), settings.timeout().plus(MARGIN))
        .flatMap(
            deliveries ->
                deliveries.isEmpty()
                    ? Uni.createFrom().item(false)
                    : send(webhook.get(), deliveries).replaceWith(deliveries.size() == places));
  }

  private Uni<Void> send(Webhook webhook, List<Delivery> deliveries) {
    var sent =
        deliveries.stream()
            .map(
                delivery ->
                    sender.send(webhook, delivery).map(answer -> Outcome.of(delivery, answer)))
            .toList();
    return Uni.join()
        .all(sent)
        .andCollectFailures()
        .invoke(outcomes -> judge(webhook, outcomes))
        .flatMap(
            outcomes ->
                table
                    .settle(webhook, outcomes, settings.giveUpAfter())
                    .invoke(dead -> count(webhook, outcomes, dead)))
        .replaceWithVoid();
  }

  private void judge(Webhook webhook, List<Outcome> outcomes) {
    var wasProbing = restraint.isProbing();
    if (outcomes.stream().anyMatch(outcome -> outcome.fate() != Fate.RETRY)) {
      restraint.gotThrough();
      if (wasProbing) {
        LOG.infof("the webhook %s takes events again", webhook.name());
      }
      return;
    }
    restraint.wasInVain();
    if (!wasProbing) {
      LOG.warnf(
          "the webhook %s does not take events: %s", webhook.name(), outcomes.getFirst().failure());
    }
  }

  private void count(Webhook webhook, List<Outcome> outcomes, int dead) {
    var delivered =
        (int) outcomes.stream().filter(outcome -> outcome.fate() == Fate.DELIVERED).count();
    metrics.delivered(delivered);
    metrics.died(dead);
    metrics.willRetry(outcomes.size() - delivered - dead);
    if (dead > 0) {
      LOG.warnf("the webhook %s has %d more dead letters", webhook.name(), dead);
    }
  }
}
