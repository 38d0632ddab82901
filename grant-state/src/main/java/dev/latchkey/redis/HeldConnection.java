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
import io.vertx.redis.client.impl.types.ErrorType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis, held and pipelined by one event loop. It connects at the first call, and
 * again when a call finds it broken. A call without an answer in time fails; when none of them has
 * had any for two such times, the connection is replaced. A peer that stays silent is hung up on by
 * {@code quarkus.redis.tcp.read-idle-timeout}.
 *
 * <p>That it broke, the next call learns from the client, which does not write to a socket that is
 * closed. In a Cluster it is one connection to each node, and the client says of none that ends
 * which one it was: replicas, which nobody asks anything, hang up all the time. So one that is
 * broken for one call serves the others until its successor is there, which in a Cluster may not be
 * before the death of a primary was noticed.
 */
final class HeldConnection {

  /** So long after an attempt to connect is the next one, however it ended. */
  private static final long RETRY_AFTER_MILLIS = 100;

  /** So long after it was to be replaced in vain that is tried again. */
  private static final long RENEW_AFTER_MILLIS = 5_000;

  private final Vertx vertx;
  private final RedisClients clients;
  private final Context loop;
  private final Deadlines deadlines;
  private final long leaveMillis;
  private final long deafNanos;
  private final AtomicReference<@Nullable OwnConnection> held = new AtomicReference<>();

  /** The last that was made for a broken one, for a moment longer than it takes to open. */
  private final AtomicReference<@Nullable OwnConnection> successor = new AtomicReference<>();

  /** When the server has last answered anything. */
  private volatile long answeredAt = System.nanoTime();

  HeldConnection(Vertx vertx, RedisClients clients, ContextInternal loop, Duration timeout) {
    this.vertx = vertx;
    this.clients = clients;
    this.loop = loop;
    this.deadlines = new Deadlines(loop.nettyEventLoop(), timeout, this::late);
    this.leaveMillis = 2 * timeout.toMillis();
    this.deafNanos = 2 * timeout.toNanos();
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
    if (old != null) {
      old.opened().onSuccess(opened -> renew(old));
    }
  }

  private void renew(OwnConnection old) {
    var next = new OwnConnection(vertx, clients, loop);
    next.opened()
        .onSuccess(
            opened -> {
              if (!takeOver(old, next, opened)) {
                // Whoever came between may have connected as we were called before.
                renew();
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
    var connection = connection();
    attempt(
        connection,
        command,
        first -> {
          if (Unserved.isNeverSent(first)) {
            attempt(successorOf(connection), command, second -> pass(second, answer));
          } else {
            pass(first, answer);
          }
        });
    return answer.future();
  }

  private <T> void attempt(
      OwnConnection connection,
      Function<RedisConnection, Future<T>> command,
      Handler<AsyncResult<T>> handler) {
    connection
        .opened()
        .compose(command)
        .onComplete(
            result -> {
              if (result.succeeded() || result.cause() instanceof ErrorType) {
                answeredAt = System.nanoTime();
              }
              if (connection.opened().succeeded() && Unserved.isWrongServer(result.cause())) {
                successorOf(connection);
              }
              handler.handle(result);
            });
  }

  /**
   * By what has not answered for so long, calls would go on to fail: until the silence of a dead
   * link is noticed; or for ever, as in a Cluster the client may wait for the answer to a question
   * of its own, and with it all that is asked. A new one connects and asks anew.
   */
  private void late() {
    var current = held.get();
    if (current != null
        && current.opened().succeeded()
        && System.nanoTime() - answeredAt > deafNanos) {
      successorOf(current);
    }
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
        // It stays for a moment, so that not every call connects.
        .onFailure(
            failure ->
                vertx.setTimer(RETRY_AFTER_MILLIS, later -> held.compareAndSet(connection, null)));
    connection.open();
    return connection;
  }

  /** What takes the place of a broken one: what has done so since, or is opening, or begins to. */
  private OwnConnection successorOf(OwnConnection broken) {
    var current = held.get();
    if (current != null && current != broken) {
      return current;
    }
    var opening = successor.get();
    if (opening != null) {
      return opening;
    }
    var next = new OwnConnection(vertx, clients, loop);
    if (!successor.compareAndSet(null, next)) {
      return successorOf(broken);
    }
    next.opened()
        .onSuccess(opened -> takeOver(broken, next, opened))
        .onComplete(
            over ->
                vertx.setTimer(RETRY_AFTER_MILLIS, later -> successor.compareAndSet(next, null)));
    next.open();
    return next;
  }

  /**
   * What is under way by the one that leaves has its time first; by one that comes too late too.
   */
  private boolean takeOver(OwnConnection old, OwnConnection next, RedisConnection opened) {
    attend(opened);
    answeredAt = System.nanoTime();
    var taken = held.compareAndSet(old, next);
    vertx.setTimer(leaveMillis, answered -> (taken ? old : next).close());
    return taken;
  }

  private static void attend(RedisConnection opened) {
    // Otherwise the client logs it; whoever was answered by it has failed.
    opened.exceptionHandler(failure -> Log.debugf("a connection to Redis broke: %s", failure));
  }
}
