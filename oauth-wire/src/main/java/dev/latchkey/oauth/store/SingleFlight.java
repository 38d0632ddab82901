package dev.latchkey.oauth.store;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Work that all who ask for the same thing at the same time share, within this process. */
public final class SingleFlight<K, V> {

  private final ConcurrentMap<K, Uni<V>> underWay = new ConcurrentHashMap<>();

  /**
   * Joins the work under way for that key, or begins it. A failure is for those who waited, and
   * nobody after them. Each goes on on its own Vert.x context.
   */
  public Uni<V> join(K key, Supplier<Uni<V>> work) {
    return CallerContext.answers(
        Uni.createFrom()
            .deferred(() -> underWay.computeIfAbsent(key, absent -> begin(absent, work))));
  }

  /** Whether somebody's work is under way for that key. */
  public boolean isUnderWay(K key) {
    return underWay.containsKey(key);
  }

  private Uni<V> begin(K key, Supplier<Uni<V>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onTermination()
        .invoke(() -> underWay.remove(key))
        .memoize()
        .indefinitely();
  }
}
