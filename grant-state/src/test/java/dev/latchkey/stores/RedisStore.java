package dev.latchkey.stores;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Redis as fixtures see it: commands in, replies out, over a plain socket. It shares nothing with
 * the adapter, so that what a test writes and reads is what is really there.
 */
public interface RedisStore {

  /**
   * Runs one command on the server that owns its key. Answers a String, a Long, a List of these, or
   * null for a nil reply; an error reply is an {@link IllegalStateException}.
   */
  @Nullable Object execute(String... command);

  /** Listens to a sharded channel, on the server that owns it, from before this returns. */
  RedisSubscription subscribe(String channel);

  /** The server that owns a key; the only one there is, unless this is a cluster. */
  default RedisStore ownerOf(String key) {
    return this;
  }

  /** The server at {@code redis://host:port}, whoever started it. */
  static RedisStore at(URI uri) {
    return new RedisStore() {
      @Override
      public @Nullable Object execute(String... command) {
        return RedisSocket.ask(uri.getPort(), command);
      }

      @Override
      public RedisSubscription subscribe(String channel) {
        return new RedisSubscription(uri.getPort(), channel);
      }
    };
  }

  /** Every field of a hash; empty if there is none. */
  default Map<String, String> hash(String key) {
    var flat = (List<?>) Objects.requireNonNull(execute("HGETALL", key));
    var fields = new HashMap<String, String>();
    for (var i = 0; i + 1 < flat.size(); i += 2) {
      fields.put(String.valueOf(flat.get(i)), String.valueOf(flat.get(i + 1)));
    }
    return fields;
  }

  default boolean has(String key) {
    return Objects.equals(execute("EXISTS", key), 1L);
  }

  /** The server's clock, which is the only one that grants know. */
  default Instant now() {
    var time = (List<?>) Objects.requireNonNull(execute("TIME"));
    return Instant.ofEpochSecond(
        Long.parseLong(String.valueOf(time.get(0))),
        Duration.ofNanos(Long.parseLong(String.valueOf(time.get(1))) * 1000).toNanos());
  }

  /** When a key will be gone. */
  default Instant end(String key) {
    return Instant.ofEpochMilli((Long) Objects.requireNonNull(execute("PEXPIRETIME", key)));
  }
}
