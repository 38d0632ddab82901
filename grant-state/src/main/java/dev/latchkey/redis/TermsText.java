package dev.latchkey.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.grant.ApiAccess;
import dev.latchkey.grant.ApprovalPolicy;
import dev.latchkey.grant.Words;
import io.vertx.core.json.JsonObject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Terms as they are stored: one JSON object of strings, sorted by name, so that equal terms are the
 * same text and have the same digest. What is absent or empty is left out.
 */
final class TermsText {

  /** Readers know one form; whoever changes it changes this, and readers before writers. */
  private static final String VERSION = "1";

  /** 132 bits, too many for two texts to meet. */
  private static final int DIGEST_LENGTH = 22;

  private static final String SET = "1";
  private static final String LINE = "\n";
  private static final String SPACE = " ";

  private TermsText() {}

  static String of(Terms terms) {
    var text = new TreeMap<String, Object>();
    put(text, "v", VERSION);
    put(text, "client_name", terms.clientName());
    put(text, "client_logo", terms.clientLogo());
    put(text, "scope", terms.scope());
    put(text, "scope_words", ScopeWords.write(terms.scopeWords()));
    var api = terms.api();
    if (api != null) {
      put(text, "api", api.identifier());
      put(text, "api_name", api.name());
      put(text, "api_lifetime", Long.toString(api.accessTokenLifetime().toMillis()));
    }
    put(text, "refreshable", terms.refreshable());
    put(text, "lifetime", Long.toString(terms.lifetime().toMillis()));
    put(text, "mask", terms.mask());
    var policy = terms.policy();
    put(text, "first_party", policy.firstParty());
    put(text, "typed_code", policy.typedCode());
    put(text, "networks", join(policy.networks(), SPACE));
    put(text, "same_network", policy.sameNetwork());
    // Groups may have spaces in their names.
    put(text, "groups", join(policy.groups(), LINE));
    return new JsonObject(text).encode();
  }

  static Terms read(String stored) {
    var text = new JsonObject(stored);
    var version = text.getString("v");
    if (!VERSION.equals(version)) {
      throw new IllegalStateException("terms of version " + version);
    }
    return new Terms(
        text.getString("client_name"),
        text.getString("client_logo"),
        text.getString("scope", ""),
        scopeWords(text),
        api(text),
        text.containsKey("refreshable"),
        millis(text, "lifetime"),
        text.getString("mask"),
        new ApprovalPolicy(
            text.containsKey("first_party"),
            text.containsKey("typed_code"),
            split(text, "networks", SPACE),
            text.containsKey("same_network"),
            split(text, "groups", LINE),
            false));
  }

  /** What a text is called by: the start of its SHA-256, base64url. */
  static String digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getUrlEncoder().encodeToString(digest).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Map<String, Words> scopeWords(JsonObject text) {
    return ScopeWords.read(text.getString("scope_words", ""));
  }

  private static @Nullable ApiAccess api(JsonObject text) {
    var identifier = text.getString("api");
    return identifier == null
        ? null
        : new ApiAccess(identifier, text.getString("api_name"), millis(text, "api_lifetime"));
  }

  private static Duration millis(JsonObject text, String name) {
    return Duration.ofMillis(Long.parseLong(text.getString(name)));
  }

  private static Set<String> split(JsonObject text, String name, String separator) {
    var value = text.getString(name, "");
    return value.isEmpty() ? Set.of() : Set.of(value.split(separator));
  }

  private static String join(Set<String> values, String separator) {
    return values.stream().sorted().collect(Collectors.joining(separator));
  }

  private static void put(Map<String, Object> text, String name, boolean set) {
    put(text, name, set ? SET : "");
  }

  private static void put(Map<String, Object> text, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      text.put(name, value);
    }
  }
}
