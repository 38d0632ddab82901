package dev.latchkey.stores;

import java.time.Duration;
import java.util.Map;

/** The failures of a subject, as {@code docs/redis-schema.md} describes them. */
public final class StoredBackoff {

  private StoredBackoff() {}

  /** So many, the last of them so long ago; what it delayed is over. */
  public static void failed(
      RedisStore redis, String name, String subject, int failures, Duration ago) {
    var at = Long.toString(redis.now().minus(ago).toEpochMilli());
    var key = key(name, subject);
    redis.execute("DEL", key);
    redis.execute("HSET", key, "failures", Integer.toString(failures), "at", at, "until", at);
    redis.execute("PEXPIRE", key, "3600000");
  }

  public static Map<String, String> read(RedisStore redis, String name, String subject) {
    return redis.hash(key(name, subject));
  }

  public static String key(String name, String subject) {
    return "backoff:" + name + ":" + StoredDigest.of(subject);
  }
}
