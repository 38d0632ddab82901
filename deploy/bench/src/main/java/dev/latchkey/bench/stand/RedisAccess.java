package dev.latchkey.bench.stand;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** The bench's own connection to Redis, for what is prepared before anything is measured. */
public final class RedisAccess implements AutoCloseable {

  private static final int BATCH = 1_000;
  private static final String EVENTS = "audit-events";
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** So many looks without an event: services gather theirs for as long as a pause. */
  private static final int QUIET = 3;

  private final Vertx vertx = Vertx.vertx();
  private final RedisConnection connection;

  RedisAccess(URI redis) {
    connection = await(Redis.createClient(vertx, redis.toString()).connect());
  }

  /** The SHA-1 of a script that is now there. */
  String load(String script) {
    return send(Request.cmd(Command.SCRIPT).arg("LOAD").arg(script)).toString();
  }

  /** One command for each of many. */
  public <T> void forEach(List<T> all, Function<T, Request> command) {
    for (var from = 0; from < all.size(); from += BATCH) {
      var some = all.subList(from, Math.min(from + BATCH, all.size()));
      await(connection.batch(some.stream().map(command).toList()));
    }
  }

  public void empty() {
    send(Request.cmd(Command.FLUSHALL));
  }

  /**
   * Returns when every event is a row of PostgreSQL: none is there, and for a moment none has come.
   *
   * @throws IllegalStateException if they become no fewer for a minute
   */
  public void awaitNoEvents() {
    var fewest = Long.MAX_VALUE;
    var since = System.nanoTime();
    for (var quiet = 0; quiet < QUIET; quiet++) {
      var events = send(Request.cmd(Command.XLEN).arg(EVENTS)).toLong();
      if (events > 0) {
        quiet = 0;
      }
      if (events < fewest) {
        fewest = events;
        since = System.nanoTime();
      } else if (events > 0 && System.nanoTime() - since > LONGEST.toNanos()) {
        throw new IllegalStateException("nobody makes rows of the events");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  public long usedBytes() {
    return Long.parseLong(info("memory", "used_memory"));
  }

  public String version() {
    return info("server", "redis_version");
  }

  private String info(String section, String name) {
    var reply = send(Request.cmd(Command.INFO).arg(section)).toString();
    return reply
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  private Response send(Request request) {
    return await(connection.send(request));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
