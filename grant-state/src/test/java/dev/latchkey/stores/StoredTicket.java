package dev.latchkey.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** Puts a ticket into Redis as {@code docs/redis-schema.md} describes it. */
public record StoredTicket(String id, String json) {

  private static final Duration LIFETIME = Duration.ofSeconds(30);

  /** Of an action about one device, with more members such as {@code ,"name":"Kitchen"}. */
  public static StoredTicket of(UUID subject, String action, UUID device, String more) {
    return of(
        "{\"subject\":\"%s\",\"action\":\"%s\",\"device\":\"%s\"%s}"
            .formatted(subject, action, device, more));
  }

  public static StoredTicket of(UUID subject, String action, UUID device) {
    return of(subject, action, device, "");
  }

  public static StoredTicket ofAll(UUID subject) {
    return of("{\"subject\":\"%s\",\"action\":\"unlink_all\"}".formatted(subject));
  }

  private static StoredTicket of(String json) {
    var half = UUID.randomUUID().toString().replace("-", "");
    return new StoredTicket((half + half).substring(0, 43), json);
  }

  /** Stores it, and answers the id that a caller shows. */
  public String save(RedisStore redis) {
    redis.execute("SET", key(id), json, "PX", Long.toString(LIFETIME.toMillis()));
    return id;
  }

  public static String key(String id) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return "ticket:" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
