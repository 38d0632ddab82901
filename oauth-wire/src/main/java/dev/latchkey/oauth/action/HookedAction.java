package dev.latchkey.oauth.action;

import dev.latchkey.oauth.action.ActionMetrics.Outcome;
import dev.latchkey.oauth.action.Verdict.Allowed;
import dev.latchkey.oauth.action.Verdict.Denied;
import dev.latchkey.oauth.store.CallerContext;
import dev.latchkey.oauth.store.StoreUnavailableException;
import dev.latchkey.oauth.webhook.WebhookSignature;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Asks a hook. */
final class HookedAction implements Action {

  private final HookSettings hook;
  private final String issuer;
  private final HookClient client;
  private final Semaphore places;
  private final Breaker breaker;
  private final ActionMetrics metrics;
  private final ActionAudit audit;

  HookedAction(
      HookSettings hook,
      String issuer,
      HookClient client,
      Breaker breaker,
      ActionMetrics metrics,
      ActionAudit audit) {
    this.hook = hook;
    this.issuer = issuer;
    this.client = client;
    this.places = new Semaphore(hook.parallel());
    this.breaker = breaker;
    this.metrics = metrics;
    this.audit = audit;
  }

  /** To its end, whoever hangs up: the hook has heard of it, and the breaker waits for it. */
  @Override
  public Uni<Verdict> ask(Supplier<ActionRequest> request) {
    return CallerContext.answers(
        Uni.createFrom()
            .emitter(
                answer -> verdict(request.get()).subscribe().with(answer::complete, answer::fail)));
  }

  private Uni<Verdict> verdict(ActionRequest request) {
    // Before the breaker: that we ask too much is no failure of the hook.
    if (!places.tryAcquire()) {
      return without(Outcome.BUSY, new HookFailure("too many requests are under way"));
    }
    return breaker
        .call(() -> send(request))
        .onTermination()
        .invoke(places::release)
        .invoke(verdict -> count(verdict, request))
        .onFailure(CircuitBreakerOpenException.class)
        .recoverWithUni(open -> without(Outcome.SKIPPED, new HookFailure("left alone for now")))
        .onFailure(HookFailure.class)
        .recoverWithUni(this::failed);
  }

  private Uni<Verdict> send(ActionRequest request) {
    var id = UUID.randomUUID().toString();
    var now = Instant.now();
    var body = RequestText.of(hook.trigger(), id, now, issuer, request);
    var sent = now.getEpochSecond();
    var begun = System.nanoTime();
    return client
        .post(body, WebhookSignature.headers(hook.secrets(), id, sent, body))
        .map(text -> VerdictText.parse(hook.trigger(), text))
        .invoke(verdict -> metrics.answered(System.nanoTime() - begun));
  }

  private void count(Verdict verdict, ActionRequest request) {
    switch (verdict) {
      case Allowed ignored -> metrics.count(Outcome.ALLOWED);
      case Denied(var reason) -> {
        metrics.count(Outcome.DENIED);
        audit.denied(hook.trigger(), request, reason);
      }
    }
  }

  /** As many as it takes until the hook is left alone, so that the log is not flooded. */
  private Uni<Verdict> failed(Throwable failure) {
    Log.warnf("the hook for %s failed: %s", hook.trigger().word(), failure.getMessage());
    return without(Outcome.FAILED, failure);
  }

  private Uni<Verdict> without(Outcome outcome, Throwable failure) {
    metrics.count(outcome);
    return switch (hook.onFailure()) {
      case FAIL_OPEN -> Uni.createFrom().item(Verdict.UNCHANGED);
      case FAIL_CLOSED ->
          Uni.createFrom()
              .failure(
                  new StoreUnavailableException(
                      "no verdict of the hook for " + hook.trigger().word(), failure));
    };
  }
}
