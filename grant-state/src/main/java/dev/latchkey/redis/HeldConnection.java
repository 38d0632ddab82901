package dev.latchkey.redis;

import io.quarkus.logging.Log;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, held and pipelined by one event loop. It connects at the first call, and
 * again at the next call after it broke. A call without an answer in time fails alone; a peer that
 * stays silent is hung up on by {@code quarkus.redis.tcp.read-idle-timeout}.
 *
 * <p>That it broke, the next call learns from the client, which does not write to a socket that is
 * closed. In a Cluster it is one connection to each node, and the client says of none that ends
 * which one it was: replicas, which nobody asks anything, hang up all the time.
 */
final class HeldConnection {

  /** After a failed attempt, calls fail at once for this long instead of each connecting anew. */
  private static final long RETRY_AFTER_MILLIS = 100;

  /** So long after it was to be replaced in vain that is tried again. */
  private static final long RENEW_AFTER_MILLIS = 5_000;

  private final Vertx vertx;
  private final RedisClients clients;
  private final Context loop;
  private final Deadlines deadlines;
  private final long leaveMillis;
  private final AtomicReference<@Nullable OwnConnection> held = new AtomicReference<>();

  HeldConnection(Vertx vertx, RedisClients clients, ContextInternal loop, Duration timeout) {
    this.vertx = vertx;
    this.clients = clients;
    this.loop = loop;
    this.deadlines = new Deadlines(loop.nettyEventLoop(), timeout);
    this.leaveMillis = 2 * timeout.toMillis();
  }

  Future<Response> send(Request request) {
    return call(connection -> connection.send(request));
  }

  /** Sends commands that need the same connection, such as a script and its WAIT. */
  Future<List<Response>> batch(List<Request> requests) {
    return call(connection -> connection.batch(requests));
  }

  /** Replaces the connection by a new one, if there is one; no call notices. */
  void renew() {
    var old = held.get();
    if (old == null || !old.opened().succeeded()) {
      return;
    }
    var next = new OwnConnection(vertx, clients, loop);
    next.opened()
        .onSuccess(
            opened -> {
              if (held.compareAndSet(old, next)) {
                attend(opened);
                vertx.setTimer(leaveMillis, answered -> old.close());
              } else {
                next.close();
              }
            })
        .onFailure(
            failure -> {
              Log.warnf("a connection to Redis cannot be made anew: %s", failure.getMessage());
              vertx.setTimer(RENEW_AFTER_MILLIS, later -> renew());
            });
    next.open();
  }

  private <T> Future<T> call(Function<RedisConnection, Future<T>> command) {
    var answer = Promise.<T>promise();
    deadlines.watch(answer);
    attempt(
        command,
        first -> {
          if (Unserved.isNeverSent(first)) {
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
                  && (Unserved.isNeverSent(result) || Unserved.isWrongServer(result.cause()))) {
                drop(connection);
              }
              handler.handle(result);
            });
  }

  private static <T> void pass(AsyncResult<T> result, Promise<T> answer) {
    if (result.succeeded()) {
      answer.tryComplete(result.result());
    } else {
      answer.tryFail(HiddenPassword.in(result.cause()));
    }
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
        .onSuccess(HeldConnection::attend)
        .onFailure(failure -> vertx.setTimer(RETRY_AFTER_MILLIS, later -> drop(connection)));
    connection.open();
    return connection;
  }

  private static void attend(RedisConnection opened) {
    // Otherwise the client logs it; whoever was answered by it has failed.
    opened.exceptionHandler(failure -> Log.debugf("a connection to Redis broke: %s", failure));
  }

  /**
   * The next call connects anew. What is under way has its time first: in a Cluster only one of the
   * connections to its nodes may have failed.
   */
  private void drop(OwnConnection connection) {
    if (held.compareAndSet(connection, null)) {
      vertx.setTimer(leaveMillis, over -> connection.close());
    }
  }
}
