package dev.latchkey.stores;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What a subject has used of a limit, as {@code docs/redis-schema.md} describes it. */
public final class StoredLimit {

  private static final int SLICES = 12;

  private StoredLimit() {}

  /** So many were just counted; what was counted before is forgotten. */
  public static void used(
      RedisStore redis, String name, String subject, Duration window, int count) {
    used(redis, name, subject, window, Map.of(Duration.ZERO, count));
  }

  /** So many were counted so long ago. */
  public static void used(
      RedisStore redis, String name, String subject, Duration window, Map<Duration, Integer> ages) {
    var key = key(name, subject);
    var length = Math.ceilDiv(window.toMillis(), SLICES);
    var now = redis.now().toEpochMilli();
    redis.execute("DEL", key);
    redis.execute("HSET", key, "length", Long.toString(length));
    ages.forEach(
        (age, count) ->
            redis.execute(
                "HSET",
                key,
                Long.toString((now - age.toMillis()) / length),
                Integer.toString(count)));
    redis.execute("PEXPIRE", key, Long.toString(window.toMillis() * 2));
  }

  /** How many count, over all slices that are stored. */
  public static int count(RedisStore redis, String name, String subject) {
    var slices = new HashMap<>(redis.hash(key(name, subject)));
    slices.remove("length");
    slices.remove("told");
    return slices.values().stream().mapToInt(Integer::parseInt).sum();
  }

  public static String key(String name, String subject) {
    return "limit:" + name + ":" + StoredDigest.of(subject);
  }
}
