package dev.latchkey.oauth.action;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Leaves a hook alone that fails: nobody waits for what will not come, and it is not hit while it
 * is down. Once half of its last {@value #CALLS} calls have failed it is not called for a while;
 * then one call tries it.
 */
final class Breaker {

  private static final int CALLS = 10;
  private static final double FAILING = 0.5;

  private final TypedGuard<Uni<Verdict>> guard;
  private final AtomicBoolean open = new AtomicBoolean();
  private final Consumer<Boolean> changed;

  /**
   * Closed at first.
   *
   * @param changed told true when the hook is given up, and false when it answers again
   */
  Breaker(String name, Duration pause, Consumer<Boolean> changed) {
    this.changed = changed;
    this.guard =
        TypedGuard.create(new TypeLiteral<Uni<Verdict>>() {})
            .withDescription(name)
            .withCircuitBreaker()
            .name(name)
            .requestVolumeThreshold(CALLS)
            .failureRatio(FAILING)
            .delay(pause.toMillis(), ChronoUnit.MILLIS)
            .onStateChange(this::moved)
            .done()
            .build();
  }

  /**
   * What the call does; while the hook is left alone, a {@link
   * org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException} at once. Not to
   * be cancelled: a call that tries the hook has to end, or no other ever would.
   */
  Uni<Verdict> call(Supplier<Uni<Verdict>> call) {
    return guard.get(call);
  }

  /** A try that fails opens it again, which is no news. */
  private void moved(CircuitBreakerState state) {
    var opens =
        switch (state) {
          case OPEN, HALF_OPEN -> true;
          case CLOSED -> false;
        };
    if (open.compareAndSet(!opens, opens)) {
      changed.accept(opens);
    }
  }
}
