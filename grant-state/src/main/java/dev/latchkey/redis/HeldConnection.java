package dev.latchkey.redis;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, held and pipelined by one event loop. It connects at the first call, and
 * again at the next call after it broke. A call without an answer in time fails alone; a peer that
 * stays silent is hung up on by {@code quarkus.redis.tcp.read-idle-timeout}.
 */
final class HeldConnection {

  /** After a failed attempt, calls fail at once for this long instead of each connecting anew. */
  private static final long RETRY_AFTER_MILLIS = 100;

  /** Replies of a server that cannot serve us any more, such as a primary that was demoted. */
  private static final Set<String> WRONG_SERVER =
      Set.of("READONLY", "LOADING", "MASTERDOWN", "CLUSTERDOWN", "NOREPLICAS");

  /** The client's words for a command that it has not written to the socket. */
  private static final String NEVER_SENT = "Connection is closed";

  private final Vertx vertx;
  private final Redis redis;
  private final Context loop;
  private final long timeoutMillis;
  private final AtomicReference<@Nullable Future<RedisConnection>> held = new AtomicReference<>();

  HeldConnection(Vertx vertx, Redis redis, Context loop, Duration timeout) {
    this.vertx = vertx;
    this.redis = redis;
    this.loop = loop;
    this.timeoutMillis = timeout.toMillis();
  }

  Future<Response> send(Request request) {
    return call(connection -> connection.send(request));
  }

  /** Sends commands that need the same connection, such as a script and its WAIT. */
  Future<List<Response>> batch(List<Request> requests) {
    return call(connection -> connection.batch(requests));
  }

  private <T> Future<T> call(Function<RedisConnection, Future<T>> command) {
    return attempt(command)
        .recover(
            failure ->
                NEVER_SENT.equals(failure.getMessage())
                    ? attempt(command)
                    : Future.failedFuture(failure))
        .timeout(timeoutMillis, TimeUnit.MILLISECONDS);
  }

  private <T> Future<T> attempt(Function<RedisConnection, Future<T>> command) {
    var connection = connection();
    return connection
        .compose(command)
        .onFailure(
            failure -> {
              if (NEVER_SENT.equals(failure.getMessage()) || isWrongServer(failure)) {
                drop(connection);
              }
            });
  }

  private Future<RedisConnection> connection() {
    var current = held.get();
    if (current != null) {
      return current;
    }
    var opening = Promise.<RedisConnection>promise();
    var connection = opening.future();
    if (!held.compareAndSet(null, connection)) {
      return connection();
    }
    // On the loop's own context: the connection outlives the request that happens to open it.
    loop.runOnContext(
        start ->
            redis
                .connect()
                .onSuccess(
                    opened -> {
                      opened.exceptionHandler(failure -> drop(connection));
                      opened.endHandler(end -> drop(connection));
                    })
                .onFailure(failure -> vertx.setTimer(RETRY_AFTER_MILLIS, later -> drop(connection)))
                .onComplete(opening));
    return connection;
  }

  private void drop(Future<RedisConnection> connection) {
    if (held.compareAndSet(connection, null)) {
      connection.onSuccess(RedisConnection::close);
    }
  }

  private static boolean isWrongServer(Throwable failure) {
    return failure instanceof ErrorType reply && WRONG_SERVER.stream().anyMatch(reply::is);
  }
}
