package dev.latchkey.local.demo;

import dev.latchkey.local.demo.PollAnswer.Pending;
import dev.latchkey.local.demo.PollAnswer.Refused;
import dev.latchkey.local.demo.PollAnswer.SlowDown;
import dev.latchkey.local.demo.PollAnswer.Tokens;
import dev.latchkey.local.demo.PollAnswer.Unreachable;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Polls as RFC 8628 section 3.5 wants it. */
final class Poller {

  /** Section 3.5: slow_down adds five seconds, for this and all later polls. */
  private static final Duration SLOW_DOWN_STEP = Duration.ofSeconds(5);

  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(60);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final TokenEndpoint endpoint;
  private final Pause pause;
  private final Watcher watcher;

  Poller(TokenEndpoint endpoint, Pause pause, Watcher watcher) {
    this.endpoint = endpoint;
    this.pause = pause;
    this.watcher = watcher;
  }

  /** Told what happens, to show it. */
  interface Watcher {

    /** At least once a second while nothing happens. */
    void waiting(Duration untilPoll, Duration untilExpiry);

    void answered(PollAnswer answer, Duration untilNext);
  }

  /**
   * Polls until the grant is decided.
   *
   * @return the body with the tokens
   * @throws DemoFailure if it was refused, or has expired
   */
  JsonObject poll(String client, DeviceGrant grant) {
    var expiry = pause.now().plus(grant.lifetime());
    var interval = grant.interval();
    var wait = interval;
    while (true) {
      await(wait, expiry);
      var answer = endpoint.poll(client, grant.deviceCode());
      switch (answer) {
        case Tokens(var body) -> {
          watcher.answered(answer, interval);
          return body;
        }
        case Refused(var status, var error, var description) -> {
          watcher.answered(answer, interval);
          throw new DemoFailure("no tokens: %s (%s)".formatted(error, description));
        }
        case Pending() -> wait = interval;
        case SlowDown(var status, var wanted) -> {
          interval = longer(interval.plus(SLOW_DOWN_STEP), wanted);
          wait = interval;
        }
        case Unreachable(var why) -> {
          if (!pause.now().isBefore(expiry)) {
            throw new DemoFailure("the code has expired while the server was out of reach");
          }
          wait = longer(interval, shorter(wait.multipliedBy(2), LONGEST_BACK_OFF));
        }
      }
      watcher.answered(answer, wait);
    }
  }

  private void await(Duration wait, Instant expiry) {
    var next = pause.now().plus(wait);
    for (var now = pause.now(); now.isBefore(next); now = pause.now()) {
      var left = Duration.between(now, next);
      watcher.waiting(left, Duration.between(now, expiry));
      pause.of(shorter(left, TICK));
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
