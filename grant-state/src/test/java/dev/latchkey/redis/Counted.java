package dev.latchkey.redis;

import dev.latchkey.metrics.RedisMetrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts in memory, for tests. */
final class Counted implements RedisMetrics {

  final Map<String, Integer> answered = new ConcurrentHashMap<>();
  final Map<String, Integer> failed = new ConcurrentHashMap<>();
  final Map<String, Integer> limited = new ConcurrentHashMap<>();
  final AtomicInteger unreplicated = new AtomicInteger();

  @Override
  public void answered(String verb, long nanos) {
    answered.merge(verb, 1, Integer::sum);
  }

  @Override
  public void failed(String verb) {
    failed.merge(verb, 1, Integer::sum);
  }

  @Override
  public void limited(String name) {
    limited.merge(name, 1, Integer::sum);
  }

  @Override
  public void unreplicated() {
    unreplicated.incrementAndGet();
  }
}
