package dev.latchkey.oauth.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Views of rows that another request may change, each with its age. A view younger than {@link
 * #FRESH} is used as it is; an older one is loaded again; when that fails, it depends on what the
 * view is for how old it may be.
 */
public final class AgedCache<K, V> {

  /** A change in the registry or in an account takes effect within this time. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  /** How old a view may be where it decides nothing, as in a pending poll. */
  public static final Duration STALE = Duration.ofMinutes(15);

  /** After a failed load, old views serve at once for this long instead of each loading anew. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Function<K, Uni<Optional<V>>> load;
  private final Ticker ticker;
  private final Cache<K, Entry<V>> entries;

  public AgedCache(long mostEntries, Function<K, Uni<Optional<V>>> load) {
    this(mostEntries, load, Ticker.systemTicker());
  }

  AgedCache(long mostEntries, Function<K, Uni<Optional<V>>> load, Ticker ticker) {
    this.load = load;
    this.ticker = ticker;
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(mostEntries)
            .expireAfterWrite(STALE)
            .ticker(ticker)
            .build();
  }

  /** A view at most {@link #FRESH} old. Fails as the load does. */
  public Uni<Optional<V>> fresh(K key) {
    var entry = entries.getIfPresent(key);
    return entry != null && entry.isFresh(ticker.read())
        ? Uni.createFrom().item(entry.value)
        : reload(key);
  }

  /** A fresh view, or one up to {@link #STALE} old if the load fails. */
  public Uni<Optional<V>> tolerant(K key) {
    var entry = entries.getIfPresent(key);
    if (entry == null) {
      return reload(key);
    }
    var now = ticker.read();
    if (entry.isFresh(now) || entry.isPaused(now)) {
      return Uni.createFrom().item(entry.value);
    }
    return reload(key)
        .onFailure()
        .recoverWithItem(
            () -> {
              entry.pausedUntil.set(ticker.read() + PAUSE.toNanos());
              return entry.value;
            });
  }

  private Uni<Optional<V>> reload(K key) {
    // The age counts from before the load: what is read was true then, perhaps not later.
    var asked = ticker.read();
    return load.apply(key).invoke(value -> entries.put(key, new Entry<>(value, asked)));
  }

  private static final class Entry<V> {

    private final Optional<V> value;
    private final long loadedAt;
    private final AtomicReference<@Nullable Long> pausedUntil = new AtomicReference<>();

    Entry(Optional<V> value, long loadedAt) {
      this.value = value;
      this.loadedAt = loadedAt;
    }

    boolean isFresh(long now) {
      return now - loadedAt < FRESH.toNanos();
    }

    boolean isPaused(long now) {
      var until = pausedUntil.get();
      return until != null && now - until < 0;
    }
  }
}
