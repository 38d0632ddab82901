package dev.latchkey.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the registry says of grants, in Redis as {@code docs/redis-schema.md} describes it: one text
 * for all grants of which it says the same.
 */
record StoredTerms(String text) {

  private static final Set<String> OWN =
      Set.of(
          "v",
          "client_name",
          "client_logo",
          "scope",
          "scope_words",
          "api",
          "api_name",
          "api_lifetime",
          "refreshable",
          "mask",
          "first_party",
          "typed_code",
          "networks",
          "same_network",
          "groups");

  /** This is in the grant too, where scripts need it. */
  private static final String LIFETIME = "lifetime";

  /** The part of a grant's fields that is in its terms. */
  static StoredTerms of(Map<String, String> fields) {
    var own = new JsonObject().put("v", "1");
    fields.forEach(
        (field, value) -> {
          if (has(field) || field.equals(LIFETIME)) {
            own.put(field, value);
          }
        });
    return new StoredTerms(own.encode());
  }

  /** The part that is not. */
  static Map<String, String> without(Map<String, String> fields) {
    var others = new TreeMap<>(fields);
    others.keySet().removeAll(OWN);
    return others;
  }

  static boolean has(String field) {
    return OWN.contains(field);
  }

  void save(RedisStore redis) {
    redis.execute("SET", key(digest()), text, "EX", "3600");
  }

  String digest() {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is there by that digest; empty if nothing is. */
  static Map<String, String> read(RedisStore redis, String digest) {
    var fields = new TreeMap<String, String>();
    var text = (@Nullable String) redis.execute("GET", key(digest));
    if (text != null) {
      new JsonObject(text).forEach(field -> fields.put(field.getKey(), (String) field.getValue()));
    }
    return fields;
  }

  static String key(String digest) {
    return "terms:" + digest;
  }
}
