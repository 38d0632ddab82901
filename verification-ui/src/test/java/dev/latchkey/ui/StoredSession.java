package dev.latchkey.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.stores.RealStores;
import dev.latchkey.stores.RedisStore;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;

/** The session of a phone as {@code docs/redis-schema.md} describes it, to write into. */
public final class StoredSession {

  private final RedisStore redis;
  private final String key;

  private StoredSession(RedisStore redis, String key) {
    this.redis = redis;
    this.key = key;
  }

  public static StoredSession of(Phone phone, RealStores stores) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((phone.cookie("latchkey") + phone.cookie("__Host-latchkey")).getBytes(UTF_8));
      return new StoredSession(
          stores.redis(),
          "session:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The person of that account is signed in, by its password. */
  public void signedIn(String subject, String generation) {
    set("subject", subject);
    set("generation", generation);
    set("amr", "pwd");
    signedInBefore(Duration.ZERO);
  }

  /** The person signed in so long before what Redis says it is now. */
  public void signedInBefore(Duration time) {
    set("auth_time", Long.toString(redis.now().minus(time).toEpochMilli()));
  }

  /** The person signed in at a provider, which says that they are in these groups. */
  public void signedInWithGroups(String... groups) {
    set("provider", "staff");
    set("upstream_iss", "https://id.example.com");
    set("upstream_sub", "alice-there");
    set("groups", String.join("\n", groups));
  }

  public void set(String field, String value) {
    redis.execute("HSET", key, field, value);
  }
}
