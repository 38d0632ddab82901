package dev.latchkey.token.endpoint;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Two steps, of which the second may take long. To the outside it is {@link Uni#flatMap}; but that
 * keeps the first step, and all that it is made of, until the second is done. Thousands of polls
 * that wait would keep all of how their clients were authenticated.
 */
final class Relay<A, B> {

  private static final Cancellable OVER = () -> {};

  private final Function<? super A, Uni<B>> second;
  private final UniEmitter<? super B> answer;
  private final AtomicReference<@Nullable Cancellable> running = new AtomicReference<>();

  private Relay(Function<? super A, Uni<B>> second, UniEmitter<? super B> answer) {
    this.second = second;
    this.answer = answer;
  }

  static <A, B> Uni<B> of(Supplier<Uni<A>> first, Function<? super A, Uni<B>> second) {
    return Uni.createFrom()
        .emitter(
            answer -> new Relay<A, B>(second, answer).start(Uni.createFrom().deferred(first::get)));
  }

  private void start(Uni<A> first) {
    answer.onTermination(this::stop);
    var step = first.subscribe().with(this::goOn, answer::fail);
    // Unless the second runs already.
    if (!running.compareAndSet(null, step)) {
      step.cancel();
    }
  }

  private void goOn(A item) {
    var step =
        Uni.createFrom()
            .deferred(() -> second.apply(item))
            .subscribe()
            .with(answer::complete, answer::fail);
    if (running.getAndSet(step) == OVER) {
      stop();
    }
  }

  private void stop() {
    var step = running.getAndSet(OVER);
    if (step != null) {
      step.cancel();
    }
  }
}
