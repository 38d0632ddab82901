package dev.latchkey.oauth.store;

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
 * Views of what others may change, each with its age: rows, or documents of another server. A fresh
 * view is used as it is; an older one is loaded again, once for all who ask meanwhile; when that
 * fails, it depends on what the view is for how old it may be.
 */
public final class AgedCache<K, V> {

  /** A change in the registry or in an account takes effect within this time. */
  public static final Duration FRESH = Duration.ofSeconds(10);

  /** How old a view may be where it decides nothing, as in a pending poll. */
  public static final Duration STALE = Duration.ofMinutes(15);

  private static final Ages OF_ROWS = new Ages(FRESH, STALE);

  /** After a failed load, old views serve at once for this long instead of each loading anew. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Anybody can ask for what is not there: that must not drive out what is. */
  private static final int MOST_ABSENT = 1_000;

  private final Ages ages;
  private final Function<K, Uni<Optional<V>>> load;
  private final Ticker ticker;
  private final Cache<K, Entry<V>> entries;
  private final Cache<K, Entry<V>> absent;
  private final SingleFlight<K, Optional<V>> loads = new SingleFlight<>();

  /** Views of rows: {@link #FRESH} and {@link #STALE} are their ages. */
  public AgedCache(long mostEntries, Function<K, Uni<Optional<V>>> load) {
    this(OF_ROWS, mostEntries, load, Ticker.systemTicker());
  }

  AgedCache(long mostEntries, Function<K, Uni<Optional<V>>> load, Ticker ticker) {
    this(OF_ROWS, mostEntries, load, ticker);
  }

  /** Views that are something else than rows. */
  public AgedCache(Ages ages, long mostEntries, Function<K, Uni<Optional<V>>> load, Ticker ticker) {
    this.ages = ages;
    this.load = load;
    this.ticker = ticker;
    this.entries = cache(mostEntries, ages.stale(), ticker);
    this.absent = cache(MOST_ABSENT, ages.fresh(), ticker);
  }

  private static <K, V> Cache<K, Entry<V>> cache(long most, Duration kept, Ticker ticker) {
    return Caffeine.newBuilder().maximumSize(most).expireAfterWrite(kept).ticker(ticker).build();
  }

  /** A fresh view. Fails as the load does. */
  public Uni<Optional<V>> fresh(K key) {
    return youngerThan(ages.fresh(), key);
  }

  /** A view younger than that, whatever counts as fresh. Fails as the load does. */
  public Uni<Optional<V>> youngerThan(Duration age, K key) {
    var entry = known(key);
    return entry != null && entry.isYoungerThan(age, ticker.read())
        ? Uni.createFrom().item(entry.value)
        : reload(key);
  }

  /** A fresh view, or a stale one of what is there if the load fails. */
  public Uni<Optional<V>> tolerant(K key) {
    var entry = known(key);
    if (entry == null) {
      return reload(key);
    }
    var now = ticker.read();
    if (entry.isYoungerThan(ages.fresh(), now)
        || entry.isPaused(now)
        || (entry.hasFailed() && loads.isUnderWay(key))) {
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

  private @Nullable Entry<V> known(K key) {
    var entry = entries.getIfPresent(key);
    return entry == null ? absent.getIfPresent(key) : entry;
  }

  private Uni<Optional<V>> reload(K key) {
    return loads.join(key, () -> load(key));
  }

  private Uni<Optional<V>> load(K key) {
    // The age counts from before the load: what is read was true then, perhaps not later.
    var asked = ticker.read();
    return load.apply(key).invoke(value -> remember(key, new Entry<>(value, asked)));
  }

  private void remember(K key, Entry<V> entry) {
    if (entry.value.isPresent()) {
      entries.put(key, entry);
      absent.invalidate(key);
    } else {
      absent.put(key, entry);
      entries.invalidate(key);
    }
  }

  /**
   * How old views may be.
   *
   * @param fresh used without asking while younger than this
   * @param stale used until this age when asking fails
   */
  public record Ages(Duration fresh, Duration stale) {}

  private static final class Entry<V> {

    private final Optional<V> value;
    private final long loadedAt;
    private final AtomicReference<@Nullable Long> pausedUntil = new AtomicReference<>();

    Entry(Optional<V> value, long loadedAt) {
      this.value = value;
      this.loadedAt = loadedAt;
    }

    boolean isYoungerThan(Duration age, long now) {
      return now - loadedAt < age.toNanos();
    }

    boolean hasFailed() {
      return pausedUntil.get() != null;
    }

    boolean isPaused(long now) {
      var until = pausedUntil.get();
      return until != null && now - until < 0;
    }
  }
}
