package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.GrantId;
import dev.latchkey.session.SessionId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The names of keys and channels in Redis, as in {@code docs/redis-schema.md}. No other class
 * spells one out, except {@link UserCodeIndex}, which owns the pepper. The braces are a hash tag:
 * in a Cluster, what belongs to a grant is in one slot.
 */
final class RedisKey {

  private RedisKey() {}

  static String grant(GrantId id) {
    return "grant:{" + id.value() + "}";
  }

  static String decidedChannel(GrantId id) {
    return "decided:{" + id.value() + "}";
  }

  static String session(SessionId id) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(id.value().getBytes(UTF_8));
      return "session:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
