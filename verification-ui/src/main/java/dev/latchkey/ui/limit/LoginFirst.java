package dev.latchkey.ui.limit;

import dev.latchkey.grant.GrantId;
import dev.latchkey.limit.AlarmState.Ringing;
import dev.latchkey.limit.AlarmState.Silent;
import dev.latchkey.limit.Alarms;
import dev.latchkey.limit.Limit;
import dev.latchkey.limit.LimitOutcome.Allowed;
import dev.latchkey.limit.LimitOutcome.Limited;
import dev.latchkey.limit.Limiter;
import dev.latchkey.oauth.limit.Rate;
import dev.latchkey.ui.audit.Audit;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks everybody to sign in first while too many codes are wrong, wherever they come from. It
 * counts what people enter who are not signed in. A right code counts once for each grant, so that
 * nobody can hide guesses behind a code of their own, entered again and again.
 */
@Startup // settings that make no sense are refused at start
@ApplicationScoped
class LoginFirst {

  private static final String ALARM = "login-first";

  /** What is counted over everybody has this subject. */
  private static final String EVERYBODY = "everybody";

  private final Limiter limiter;
  private final Alarms alarms;
  private final Audit audit;
  private final Limit wrong;
  private final Limit right;
  private final Limit oncePerGrant;
  private final double ratio;
  private final Duration lasts;

  LoginFirst(Limiter limiter, Alarms alarms, Audit audit, LimitConfig config) {
    this.limiter = limiter;
    this.alarms = alarms;
    this.audit = audit;
    var rate = new Rate(config.loginFirstFailures(), config.loginFirstWindow());
    this.wrong = rate.named("codes-wrong");
    this.right = rate.named("codes-right");
    this.oncePerGrant = new Limit("grant-found", 1, config.loginFirstWindow());
    this.ratio = config.loginFirstRatio();
    this.lasts = config.loginFirstFor();
    if (!(ratio > 0 && ratio <= 1)) {
      throw new IllegalArgumentException("latchkey.guessing.login-first-ratio: " + ratio);
    }
  }

  /** How long everybody must sign in first; empty if nobody must. */
  Uni<Optional<Duration>> left() {
    return alarms
        .look(ALARM)
        .map(
            state ->
                switch (state) {
                  case Ringing(var left) -> Optional.of(left);
                  case Silent.SILENT -> Optional.empty();
                  case Silent.JUST_STOPPED -> {
                    Log.info("codes are looked up for everybody again");
                    audit.loginFirstOff();
                    yield Optional.empty();
                  }
                });
  }

  Uni<Void> wrong() {
    return limiter
        .count(wrong, EVERYBODY)
        .flatMap(
            count ->
                count < wrong.most()
                    ? Uni.createFrom().voidItem()
                    : limiter.counted(right, EVERYBODY).flatMap(found -> compare(count, found)));
  }

  Uni<Void> right(GrantId grant) {
    return limiter
        .take(oncePerGrant, grant.value())
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Allowed ignored -> limiter.count(right, EVERYBODY).replaceWithVoid();
                  case Limited ignored -> Uni.createFrom().voidItem();
                });
  }

  private Uni<Void> compare(long wrong, long right) {
    if (wrong < ratio * (wrong + right)) {
      return Uni.createFrom().voidItem();
    }
    return alarms
        .raise(ALARM, lasts)
        .invoke(
            first -> {
              if (first) {
                Log.warnf(
                    "%d of %d codes were wrong: everybody must sign in first for %s",
                    wrong, wrong + right, lasts);
                audit.loginFirstOn(wrong, right);
              }
            })
        .replaceWithVoid();
  }
}
