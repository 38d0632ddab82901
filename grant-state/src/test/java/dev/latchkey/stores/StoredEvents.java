package dev.latchkey.stores;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Audit events in Redis, as {@code docs/redis-schema.md} describes them. */
public record StoredEvents(RedisStore redis, String key) {

  private static final String GROUP = "registry";

  /** Those on their way to PostgreSQL. */
  public static StoredEvents in(RedisStore redis) {
    return new StoredEvents(redis.ownerOf("audit-events"), "audit-events");
  }

  /** Those that nobody could keep. */
  public static StoredEvents aside(RedisStore redis) {
    return new StoredEvents(redis.ownerOf("audit-unreadable"), "audit-unreadable");
  }

  public void clear() {
    redis.execute("DEL", key);
  }

  /** Answers the id of the entry. */
  public String add(String event) {
    return String.valueOf(redis.execute("XADD", key, "*", "event", event));
  }

  /** What is there, oldest first. */
  public List<String> all() {
    return entries().stream().map(entry -> value(entry, "event")).toList();
  }

  /** The names of fields that entries have. */
  public Set<String> fields() {
    var names = new TreeSet<String>();
    for (var entry : entries()) {
      var fields = fields(entry);
      IntStream.range(0, fields.size())
          .filter(i -> i % 2 == 0)
          .forEach(i -> names.add(String.valueOf(fields.get(i))));
    }
    return names;
  }

  /** How many have been handed out, and nobody is done with. */
  public long pending() {
    return (Long) list("XPENDING", key, GROUP).get(0);
  }

  /** Whoever has an entry has had it for so long. */
  public void handedOut(Duration ago) {
    for (var pending : list("XPENDING", key, GROUP, "-", "+", "100000")) {
      var entry = (List<?>) pending;
      redis.execute(
          "XCLAIM",
          key,
          GROUP,
          String.valueOf(entry.get(1)),
          "0",
          String.valueOf(entry.get(0)),
          "IDLE",
          Long.toString(ago.toMillis()),
          "JUSTID");
    }
  }

  public void delete(String id) {
    redis.execute("XDEL", key, id);
  }

  /** Forgets who has what, as a failover may. */
  public void forgetGroup() {
    redis.execute("XGROUP", "DESTROY", key, GROUP);
  }

  /** The names of those that the group knows. */
  public List<String> consumers() {
    return list("XINFO", "CONSUMERS", key, GROUP).stream()
        .map(consumer -> String.valueOf(((List<?>) consumer).get(1)))
        .toList();
  }

  /** Runs a script on the stream. */
  public void run(String script, String... arguments) {
    var command = Stream.concat(Stream.of("EVAL", script, "1", key), Stream.of(arguments));
    redis.execute(command.toArray(String[]::new));
  }

  private List<?> entries() {
    return list("XRANGE", key, "-", "+");
  }

  private static List<?> fields(Object entry) {
    return (List<?>) Objects.requireNonNull(((List<?>) entry).get(1));
  }

  private static String value(Object entry, String name) {
    var fields = fields(entry);
    return String.valueOf(fields.get(fields.indexOf(name) + 1));
  }

  private List<?> list(String... command) {
    return (List<?>) Objects.requireNonNull(redis.execute(command));
  }
}
