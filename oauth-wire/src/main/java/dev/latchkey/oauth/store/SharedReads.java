package dev.latchkey.oauth.store;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads that all who ask for the same at the same time share, within this process. Nobody is
 * answered by a read that began before they asked: who comes while one is under way waits for the
 * next one, with all others who do.
 */
public final class SharedReads<K, V> {

  private final ConcurrentMap<K, Reads<V>> reads = new ConcurrentHashMap<>();

  /** The result of a read that begins now or later. Each goes on on its own Vert.x context. */
  public Uni<V> read(K key, Supplier<Uni<V>> work) {
    return CallerContext.answers(
        Uni.createFrom()
            .deferred(() -> reads.compute(key, (k, known) -> join(k, known, work)).latest()));
  }

  private Reads<V> join(K key, @Nullable Reads<V> known, Supplier<Uni<V>> work) {
    if (known == null) {
      return new Reads<>(begin(key, Uni.createFrom().deferred(work::get)), null);
    }
    if (known.next() != null) {
      return known;
    }
    var afterwards =
        known.running().onItemOrFailure().transformToUni((item, failure) -> work.get());
    return new Reads<>(known.running(), begin(key, afterwards));
  }

  /** Before anybody learns that it has ended, the next one takes its place. */
  private Uni<V> begin(K key, Uni<V> read) {
    return read.onTermination()
        .invoke(() -> reads.computeIfPresent(key, (k, ended) -> ended.afterwards()))
        .memoize()
        .indefinitely();
  }

  private record Reads<V>(Uni<V> running, @Nullable Uni<V> next) {

    Uni<V> latest() {
      return next == null ? running : next;
    }

    @Nullable Reads<V> afterwards() {
      return next == null ? null : new Reads<>(next, null);
    }
  }
}
