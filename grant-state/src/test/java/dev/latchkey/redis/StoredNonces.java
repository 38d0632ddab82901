package dev.latchkey.redis;

import dev.latchkey.stores.RedisStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The DPoP nonces as {@code docs/redis-schema.md} describes them, written without the adapter. */
record StoredNonces(Map<String, String> fields) {

  private static final String KEY = "dpop-nonce";

  /** A nonce that is current, and one that will be next. */
  static StoredNonces of(String current, String next, Instant since) {
    return new StoredNonces(Map.of("current", current, "next", next, "since", millis(since)));
  }

  void save(RedisStore redis) {
    var command = new ArrayList<>(List.of("HSET", KEY));
    fields.forEach((field, value) -> command.addAll(List.of(field, value)));
    redis.execute("DEL", KEY);
    redis.execute(command.toArray(String[]::new));
  }

  static void forget(RedisStore redis) {
    redis.execute("DEL", KEY);
  }

  static Map<String, String> read(RedisStore redis) {
    return redis.hash(KEY);
  }

  static Instant end(RedisStore redis) {
    return redis.end(KEY);
  }

  /** Lets time pass for the nonces, by moving all that they remember into the past. */
  static void age(RedisStore redis, Duration by) {
    for (var field : List.of("since", "previous_until")) {
      if (read(redis).containsKey(field)) {
        redis.execute("HINCRBY", KEY, field, Long.toString(-by.toMillis()));
      }
    }
    redis.execute("PEXPIREAT", KEY, millis(end(redis).minus(by)));
  }

  private static String millis(Instant time) {
    return Long.toString(time.toEpochMilli());
  }
}
