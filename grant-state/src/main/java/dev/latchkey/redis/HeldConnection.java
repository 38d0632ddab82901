package dev.latchkey.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
  private final RedisClients clients;
  private final Context loop;
  private final long timeoutMillis;
  private final Deadlines deadlines;
  private final AtomicReference<@Nullable OwnConnection> held = new AtomicReference<>();

  HeldConnection(Vertx vertx, RedisClients clients, ContextInternal loop, Duration timeout) {
    this.vertx = vertx;
    this.clients = clients;
    this.loop = loop;
    this.timeoutMillis = timeout.toMillis();
    this.deadlines = new Deadlines(loop.nettyEventLoop(), timeout);
  }

  Future<Response> send(Request request) {
    return call(connection -> connection.send(request));
  }

  /** Sends commands that need the same connection, such as a script and its WAIT. */
  Future<List<Response>> batch(List<Request> requests) {
    return call(connection -> connection.batch(requests));
  }

  private <T> Future<T> call(Function<RedisConnection, Future<T>> command) {
    var answer = Promise.<T>promise();
    deadlines.watch(answer);
    attempt(
        command,
        first -> {
          if (isNeverSent(first)) {
            attempt(command, second -> pass(second, answer));
          } else {
            pass(first, answer);
          }
        });
    return answer.future();
  }

  private <T> void attempt(
      Function<RedisConnection, Future<T>> command, Handler<AsyncResult<T>> handler) {
    var connection = connection();
    connection
        .opened()
        .compose(command)
        .onComplete(
            result -> {
              // One that did not open stays for a moment, so that not every call connects.
              if (connection.opened().succeeded()
                  && (isNeverSent(result) || isWrongServer(result.cause()))) {
                drop(connection);
              }
              handler.handle(result);
            });
  }

  private static <T> void pass(AsyncResult<T> result, Promise<T> answer) {
    if (result.succeeded()) {
      answer.tryComplete(result.result());
    } else {
      answer.tryFail(result.cause());
    }
  }

  private static boolean isNeverSent(AsyncResult<?> result) {
    return result.failed() && NEVER_SENT.equals(result.cause().getMessage());
  }

  private OwnConnection connection() {
    var current = held.get();
    if (current != null) {
      return current;
    }
    var connection = new OwnConnection(vertx, clients, loop);
    if (!held.compareAndSet(null, connection)) {
      return connection();
    }
    connection
        .opened()
        .onSuccess(
            opened -> {
              opened.exceptionHandler(failure -> drop(connection));
              opened.endHandler(end -> drop(connection));
            })
        .onFailure(failure -> vertx.setTimer(RETRY_AFTER_MILLIS, later -> drop(connection)));
    connection.open();
    return connection;
  }

  /**
   * The next call connects anew. What is under way has its time first: in a Cluster only one of the
   * connections to its nodes may have ended, for one because that node was not asked for long.
   */
  private void drop(OwnConnection connection) {
    if (held.compareAndSet(connection, null)) {
      vertx.setTimer(timeoutMillis, over -> connection.close());
    }
  }

  /** In a batch, the client folds the error replies into one of another prefix. */
  private static boolean isWrongServer(@Nullable Throwable failure) {
    return failure instanceof ErrorType
        && WRONG_SERVER.stream().anyMatch(failure.toString()::contains);
  }
}
