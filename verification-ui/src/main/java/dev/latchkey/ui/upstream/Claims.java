package dev.latchkey.ui.upstream;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Claims of whatever kind and length a provider may send, or its users put there: what is not as it
 * should be is as good as not there.
 */
record Claims(JsonObject body) {

  /** Of subject and session, as OpenID Connect Core section 2 bounds the subject. */
  private static final int LONGEST_IDENTIFIER = 255;

  /** What is cleaned and cut for people later need not be longer. */
  private static final int LONGEST_LINE = 1_000;

  private static final int MOST_GROUPS = 100;
  private static final int MOST_TOKENS = 16;
  private static final Pattern IDENTIFIER =
      Pattern.compile("[\\x20-\\x7E]{1," + LONGEST_IDENTIFIER + "}");
  private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,64}");
  private static final Pattern GROUP = Pattern.compile("[^\\p{Cntrl}]{1,255}");

  /** Printable ASCII of a bounded length, to be compared and stored. */
  @Nullable String identifier(String name) {
    return body.getValue(name) instanceof String text && IDENTIFIER.matcher(text).matches()
        ? text
        : null;
  }

  /** Text for people, not cleaned yet. */
  @Nullable String line(String name) {
    return body.getValue(name) instanceof String text
        ? text.substring(0, Math.min(text.length(), LONGEST_LINE))
        : null;
  }

  /** Seconds since the epoch. */
  @Nullable Instant time(String name) {
    return body.getValue(name) instanceof Number seconds && seconds.longValue() > 0
        ? Instant.ofEpochSecond(Math.min(seconds.longValue(), Integer.MAX_VALUE))
        : null;
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(body.getValue(name));
  }

  boolean has(String name) {
    return body.containsKey(name);
  }

  /** Tokens without spaces, such as methods of authentication. */
  Set<String> tokens(String name) {
    return strings(body.getValue(name), TOKEN, MOST_TOKENS);
  }

  /** The groups at that claim, or at the end of a path of them with slashes between. */
  Set<String> groups(String path) {
    Object value = body.getValue(path);
    if (value == null) {
      value = body;
      for (var step : path.split("/", -1)) {
        value = value instanceof JsonObject object ? object.getValue(step) : null;
      }
    }
    return strings(value, GROUP, MOST_GROUPS);
  }

  private static Set<String> strings(@Nullable Object value, Pattern form, int most) {
    var all = value instanceof JsonArray array ? array.stream() : Stream.ofNullable(value);
    var found = new LinkedHashSet<String>();
    all.filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> form.matcher(text).matches())
        .limit(most)
        .forEach(found::add);
    return found;
  }
}
