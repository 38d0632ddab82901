package dev.latchkey.stores;

import dev.latchkey.grant.ClaimId;
import dev.latchkey.grant.DeviceCode;
import java.time.Duration;
import java.util.Map;

/** The answer that is kept for a redeemed grant, as {@code docs/redis-schema.md} describes it. */
public final class StoredAnswer {

  private StoredAnswer() {}

  /** Stores an answer that is gone in so long. */
  public static void save(
      RedisStore redis, DeviceCode code, ClaimId claim, String sealed, Duration left) {
    redis.execute("HSET", key(code), "claim", claim.value(), "sealed", sealed);
    redis.execute("PEXPIRE", key(code), Long.toString(left.toMillis()));
  }

  /** What is now in Redis of the answer; empty if nothing is. */
  public static Map<String, String> read(RedisStore redis, DeviceCode code) {
    return redis.hash(key(code));
  }

  public static String key(DeviceCode code) {
    return "answer:{" + StoredGrant.id(code).value() + "}";
  }

  static void age(RedisStore redis, DeviceCode code, Duration by) {
    if (redis.has(key(code))) {
      var end = redis.end(key(code)).minus(by);
      redis.execute("PEXPIREAT", key(code), Long.toString(end.toEpochMilli()));
    }
  }
}
