package dev.latchkey.authz.webhooks;

import dev.latchkey.authz.metrics.WebhookMetrics;
import dev.latchkey.authz.registry.Webhook;
import dev.latchkey.oauth.readiness.Departure;
import dev.latchkey.oauth.store.Rounds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Has this replica send what is due, once a second. It waits for nothing: each webhook has its own
 * courier, who is left alone until he is back.
 */
@ApplicationScoped
class DeliveryRounds {

  private final Rounds rounds =
      new Rounds(
          Logger.getLogger(DeliveryRounds.class),
          "events could not be sent to a webhook",
          "events for webhooks wait until PostgreSQL is back");

  private final Map<String, Courier> couriers = new ConcurrentHashMap<>();

  private final DeclaredWebhooks webhooks;
  private final DeliveryTable table;
  private final WebhookSender sender;
  private final WebhookMetrics metrics;
  private final WebhookSettings settings;
  private final Departure departure;

  DeliveryRounds(
      DeclaredWebhooks webhooks,
      DeliveryTable table,
      WebhookSender sender,
      WebhookMetrics metrics,
      WebhookSettings settings,
      Departure departure) {
    this.webhooks = webhooks;
    this.table = table;
    this.sender = sender;
    this.metrics = metrics;
    this.settings = settings;
    this.departure = departure;
  }

  @Scheduled(every = "1s", delayed = "1s")
  void begin() {
    // None fails: what went wrong is in the log.
    round().subscribe().with(done -> {});
  }

  /** Over when all who have set out are back. */
  Uni<Void> round() {
    var names = webhooks.enabled().stream().map(Webhook::name).collect(Collectors.toSet());
    couriers.keySet().retainAll(names);
    return Multi.createFrom()
        .iterable(names)
        .map(name -> couriers.computeIfAbsent(name, this::courier))
        .onItem()
        .transformToUni(courier -> rounds.run(courier.round()))
        .merge()
        .onItem()
        .ignoreAsUni();
  }

  /** Of a pod that is about to end, what is under way comes to its end; nothing more is begun. */
  private Courier courier(String name) {
    return new Courier(
        () -> departure.hasBegun() ? Optional.empty() : webhooks.find(name),
        table,
        sender,
        metrics,
        settings);
  }
}
