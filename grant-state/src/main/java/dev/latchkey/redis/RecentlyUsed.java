package dev.latchkey.redis;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A map that keeps so many entries at most, those used last. For any number of threads. */
final class RecentlyUsed<K, V> {

  private static final int CAPACITY = 16;
  private static final float LOAD_FACTOR = 0.75f;
  private static final boolean BY_USE = true;

  private final LinkedHashMap<K, V> entries = new LinkedHashMap<>(CAPACITY, LOAD_FACTOR, BY_USE);
  private final int most;

  RecentlyUsed(int most) {
    this.most = most;
  }

  synchronized @Nullable V get(K key) {
    return entries.get(key);
  }

  synchronized void put(K key, V value) {
    entries.put(key, value);
    if (entries.size() > most) {
      entries.pollFirstEntry();
    }
  }
}
