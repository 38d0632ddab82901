package dev.latchkey.fleet.command;

import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first failure that nobody foresaw, on whichever event loop; a run must not outlive it. */
final class Mishap {

  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

  void happened(Throwable failure) {
    first.compareAndSet(null, failure);
  }

  boolean hasHappened() {
    return first.get() != null;
  }

  /**
   * Where somebody listens.
   *
   * @throws CompletionException of the failure, if there was one
   */
  void rethrow() {
    var failure = first.get();
    if (failure != null) {
      throw new CompletionException(failure);
    }
  }
}
