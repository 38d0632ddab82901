package dev.latchkey.oauth.action;

import dev.latchkey.oauth.origin.PublicOrigin;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hooks that whoever runs this has set. */
@ApplicationScoped
public class Actions {

  private static final Uni<Verdict> UNCHANGED = Uni.createFrom().item(Verdict.UNCHANGED);

  private final ActionConfig config;
  private final PublicOrigin origin;
  private final Vertx vertx;
  private final MeterRegistry registry;
  private final ActionAudit audit;
  private final List<HookClient> clients = new CopyOnWriteArrayList<>();

  Actions(
      ActionConfig config,
      PublicOrigin origin,
      Vertx vertx,
      MeterRegistry registry,
      ActionAudit audit) {
    this.config = config;
    this.origin = origin;
    this.vertx = vertx;
    this.registry = registry;
    this.audit = audit;
  }

  /**
   * What to ask at that trigger; to be called once, at start. Fails if its settings are wrong, with
   * the name of the one that is.
   */
  public Action at(Trigger trigger) {
    var metrics = new ActionMetrics(registry, trigger);
    var set = config.hooks().get(trigger);
    if (set == null) {
      return request -> UNCHANGED;
    }
    var hook = HookSettings.of(trigger, set);
    var client = new HookClient(vertx, hook);
    clients.add(client);
    var breaker =
        new Breaker(
            "action-" + trigger.word(),
            hook.pause(),
            open -> {
              metrics.leftAlone(open);
              tell(hook, open);
            });
    Log.infof("hook for %s: %s, %s", trigger.word(), hook.url().getHost(), hook.onFailure());
    return new HookedAction(hook, origin.issuer(), client, breaker, metrics, audit);
  }

  private void tell(HookSettings hook, boolean open) {
    var trigger = hook.trigger();
    if (open) {
      Log.errorf("the hook for %s fails: it is left alone, and tried now and then", trigger.word());
      audit.failed(trigger, hook.onFailure());
    } else {
      Log.infof("the hook for %s answers again", trigger.word());
      audit.recovered(trigger);
    }
  }

  @PreDestroy
  void close() {
    clients.forEach(HookClient::close);
  }
}
