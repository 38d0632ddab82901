package dev.latchkey.bench.load;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link LoadProcess} is to send: POSTs of forms to a port of this machine, until the time
 * is over, or the number of requests is reached.
 *
 * @param prefix of each form; a value follows
 * @param values a file with a value in each line; null if the prefix is all there is
 * @param once whether the order also ends when each value was sent
 * @param requests at most so many
 * @param perSecond how many are due in a second, whatever the server does; {@link #UNPACED}: each
 *     as soon as a connection has its answer
 * @param keep a member of the JSON answers to be kept; null if nothing is
 * @param kept where: the values file with each value replaced by what it was answered with, or, if
 *     there are no values, all that was answered
 */
public record Order(
    int port,
    String path,
    String prefix,
    @Nullable Path values,
    boolean once,
    int connections,
    long requests,
    double perSecond,
    Duration time,
    @Nullable String keep,
    @Nullable Path kept) {

  static final double UNPACED = 0;

  /** With nothing to fill in and nothing to keep, for as long as {@code time}. */
  public static Order of(int port, String path, String prefix, int connections, Duration time) {
    return new Order(
        port, path, prefix, null, false, connections, Long.MAX_VALUE, UNPACED, time, null, null);
  }

  public Order values(Path file) {
    return new Order(
        port, path, prefix, file, once, connections, requests, perSecond, time, keep, kept);
  }

  /** Each value once, however long it takes within the time. */
  public Order eachOnce() {
    return new Order(
        port, path, prefix, values, true, connections, requests, perSecond, time, keep, kept);
  }

  /** Each value any number of times. */
  public Order again() {
    return new Order(
        port, path, prefix, values, false, connections, requests, perSecond, time, keep, kept);
  }

  public Order requests(long most) {
    return new Order(
        port, path, prefix, values, once, connections, most, perSecond, time, keep, kept);
  }

  public Order time(Duration longest) {
    return new Order(
        port, path, prefix, values, once, connections, requests, perSecond, longest, keep, kept);
  }

  /**
   * So many, on as many connections as they may need while the server is late: none is sent later
   * because an answer is.
   *
   * @param requests in all
   * @param perSecond a thousandth of it is due each millisecond
   */
  public Order paced(long requests, double perSecond, int connections) {
    return new Order(
        port, path, prefix, values, once, connections, requests, perSecond, time, keep, kept);
  }

  public Order keeping(String member, Path file) {
    return new Order(
        port, path, prefix, values, once, connections, requests, perSecond, time, member, file);
  }

  String toLine() {
    var json =
        new JsonObject()
            .put("port", port)
            .put("path", path)
            .put("prefix", prefix)
            .put("once", once)
            .put("connections", connections)
            .put("requests", requests)
            .put("perSecond", perSecond)
            .put("millis", time.toMillis());
    if (values != null) {
      json.put("values", values.toString());
    }
    if (keep != null && kept != null) {
      json.put("keep", keep).put("kept", kept.toString());
    }
    return json.encode();
  }

  static Order ofLine(String line) {
    var json = new JsonObject(line);
    return new Order(
        json.getInteger("port"),
        json.getString("path"),
        json.getString("prefix"),
        file(json, "values"),
        json.getBoolean("once"),
        json.getInteger("connections"),
        json.getLong("requests"),
        json.getDouble("perSecond"),
        Duration.ofMillis(json.getLong("millis")),
        json.getString("keep"),
        file(json, "kept"));
  }

  private static @Nullable Path file(JsonObject json, String name) {
    return Optional.ofNullable(json.getString(name)).map(Path::of).orElse(null);
  }
}
