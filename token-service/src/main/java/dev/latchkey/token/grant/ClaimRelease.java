package dev.latchkey.token.grant;

import dev.latchkey.grant.GrantRedemption;
import dev.latchkey.grant.PollOutcome.Granted;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Gives back claims that have delivered nothing. If Redis is away as well, it is told as soon as it
 * is back: a claim that merely lapses may have delivered, as far as the next one knows (ADR 1).
 */
@ApplicationScoped
class ClaimRelease {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  /** As long as a lease: later, whoever polls has claimed the grant for itself. */
  private static final Duration WORTH_TRYING = Duration.ofSeconds(10);

  private final GrantRedemption grants;

  ClaimRelease(GrantRedemption grants) {
    this.grants = grants;
  }

  /** Of a claim that never came to its fence. Never fails, and waits for one attempt only. */
  Uni<Void> beforeFence(Granted granted) {
    return release(granted, false);
  }

  /** Of a claim whose fence may be written, though no answer said so. Likewise. */
  Uni<Void> atFence(Granted granted) {
    return release(granted, true);
  }

  private Uni<Void> release(Granted granted, boolean mayBeFenced) {
    var attempt =
        Uni.createFrom()
            .deferred(() -> grants.release(granted.grant(), granted.claim(), mayBeFenced));
    return attempt
        .onFailure()
        .invoke(failure -> goOn(granted, attempt))
        .onFailure()
        .recoverWithNull();
  }

  private static void goOn(Granted granted, Uni<Void> attempt) {
    attempt
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .expireIn(WORTH_TRYING.toMillis())
        .subscribe()
        .with(
            done -> {},
            failure -> Log.warnf("grant %s waits for its lease to end", granted.grant()));
  }
}
