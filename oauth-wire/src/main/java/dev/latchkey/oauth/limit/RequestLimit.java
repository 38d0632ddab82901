package dev.latchkey.oauth.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.limit.Limit;
import dev.latchkey.limit.LimitOutcome;
import dev.latchkey.limit.LimitOutcome.Allowed;
import dev.latchkey.limit.LimitOutcome.Limited;
import dev.latchkey.limit.Limiter;
import dev.latchkey.oauth.error.TooManyRequestsException;
import dev.latchkey.oauth.limit.Passage.Closed;
import dev.latchkey.oauth.limit.Passage.Open;
import dev.latchkey.oauth.limit.Tally.Step;
import io.smallrye.mutiny.Uni;

/**
 * A limit on requests that costs next to nothing until somebody comes near it. Each pod counts by
 * itself, and tells Redis when it is a tenth of the limit, and 32 at most, or as many as are left;
 * so each may let twice that many more pass at most, however many come at once. Whom Redis has
 * refused is refused from memory until it may come again.
 *
 * <p>While Redis is away requests pass: what this protects from is too much work, and to refuse
 * everybody would be that harm already. The log says so, once a minute.
 */
public final class RequestLimit {

  private static final int PARTS = 10;
  private static final int MOST_TOLD = 32;

  /** Of more, those that come least often are forgotten. Each takes some 300 bytes. */
  private static final int MOST_SUBJECTS = 20_000;

  private static final Uni<Passage> OPEN = Uni.createFrom().item(Open.OPEN);

  private final Limit limit;
  private final int mostUntold;
  private final long window;
  private final Limiter limiter;
  private final Ticker ticker;
  private final UncheckedLog unchecked;
  private final Cache<String, Tally> tallies;

  public RequestLimit(Limit limit, Limiter limiter) {
    this(limit, limiter, Ticker.systemTicker());
  }

  RequestLimit(Limit limit, Limiter limiter, Ticker ticker) {
    this.limit = limit;
    this.mostUntold = Math.clamp(limit.most() / PARTS, 1, MOST_TOLD) - 1;
    this.window = limit.window().toNanos();
    this.limiter = limiter;
    this.ticker = ticker;
    this.unchecked = new UncheckedLog(limit.name(), ticker);
    this.tallies =
        Caffeine.newBuilder()
            .maximumSize(MOST_SUBJECTS)
            .expireAfterAccess(limit.window())
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /**
   * Counts a request, if there is room for it. To be subscribed to, once.
   *
   * @param subject who is counted, such as an address; only a digest of it is stored
   */
  public Uni<Passage> pass(String subject) {
    var tally = tallies.get(subject, unknown -> new Tally(mostUntold));
    return switch (tally.next(ticker.read(), window)) {
      case Step.Pass.PASS -> OPEN;
      case Step.Refuse(var left) -> Uni.createFrom().item(new Closed(left, false));
      case Step.Ask(var untold) -> ask(subject, tally, untold);
    };
  }

  /**
   * Counts a request, or refuses it. To be subscribed to, once. Fails with {@link
   * TooManyRequestsException} if there are too many.
   *
   * @param subject as of {@link #pass}
   * @param refusing what to do when the subject begins to be refused
   */
  public Uni<Void> admit(String subject, Runnable refusing) {
    return pass(subject)
        .invoke(
            passage -> {
              switch (passage) {
                case Open ignored -> {}
                case Closed(var retryAfter, var first) -> {
                  if (first) {
                    refusing.run();
                  }
                  throw new TooManyRequestsException(retryAfter);
                }
              }
            })
        .replaceWithVoid();
  }

  private Uni<Passage> ask(String subject, Tally tally, int untold) {
    return tell(subject, untold)
        .chain(() -> limiter.take(limit, subject))
        .map(outcome -> judge(outcome, tally))
        .onTermination()
        .invoke(() -> tally.asked(untold))
        .onFailure(GrantStoreException.class)
        .recoverWithItem(
            failure -> {
              unchecked.passed(failure);
              return Open.UNCHECKED;
            });
  }

  private Uni<Void> tell(String subject, int untold) {
    return untold == 0
        ? Uni.createFrom().voidItem()
        : limiter.count(limit, subject, untold).replaceWithVoid();
  }

  private Passage judge(LimitOutcome outcome, Tally tally) {
    return switch (outcome) {
      case Allowed(var reservation, var remaining) -> {
        tally.allowed(remaining, remaining >= limit.most() / 2);
        yield Open.OPEN;
      }
      case Limited(var retryAfter, var first) -> {
        var news = tally.refused(ticker.read() + retryAfter.toNanos(), first);
        yield new Closed(retryAfter, news);
      }
    };
  }
}
