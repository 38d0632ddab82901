package dev.latchkey.oauth.limit;

import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.limit.Limit;
import dev.latchkey.limit.LimitOutcome;
import dev.latchkey.limit.LimitOutcome.Allowed;
import dev.latchkey.limit.LimitOutcome.Limited;
import dev.latchkey.limit.Limiter;
import dev.latchkey.limit.Reservation;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A limiter that knows no time: the test says when something is free again. */
final class Counts implements Limiter {

  static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final Map<String, Long> used = new HashMap<>();
  private boolean told;

  boolean broken;

  /** Whether it never answers. */
  boolean silent;

  int asked;

  void free(String subject, int count) {
    used.merge(subject, (long) -count, Long::sum);
    told = false;
  }

  long used(String subject) {
    return used.getOrDefault(subject, 0L);
  }

  @Override
  public Uni<LimitOutcome> take(Limit limit, String subject) {
    return asked(
        () -> {
          if (used(subject) >= limit.most()) {
            var first = !told;
            told = true;
            return new Limited(RETRY_AFTER, first);
          }
          used.merge(subject, 1L, Long::sum);
          return new Allowed(
              new Reservation(limit, subject, 0), (int) (limit.most() - used(subject)));
        });
  }

  @Override
  public Uni<Long> count(Limit limit, String subject, int more) {
    return asked(() -> used.merge(subject, (long) more, Long::sum));
  }

  @Override
  public Uni<Long> counted(Limit limit, String subject) {
    return asked(() -> used(subject));
  }

  @Override
  public Uni<Void> giveBack(Reservation reservation) {
    throw new UnsupportedOperationException("nothing is given back");
  }

  private <T> Uni<T> asked(Supplier<T> answer) {
    if (silent) {
      asked++;
      return Uni.createFrom().nothing();
    }
    return Uni.createFrom()
        .item(
            () -> {
              asked++;
              if (broken) {
                throw new GrantStoreException(new IllegalStateException("away"));
              }
              return answer.get();
            });
  }
}
