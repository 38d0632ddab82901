package dev.latchkey.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A connection with a client of its own, on one event loop. The client keeps connections that are
 * closed for the next one who connects; where the server is the reason to leave, that would be the
 * same server again.
 */
final class OwnConnection {

  /**
   * A client that was sent away with an error, for one because there are too many, may wait for
   * ever. Calls have failed by then; a handshake that takes longer than this will not help them.
   */
  private static final long OPEN_WITHIN_MILLIS = 3_000;

  private final Vertx vertx;
  private final RedisClients clients;
  private final Context loop;
  private final Promise<RedisConnection> opening = Promise.promise();

  /** Made and closed on the loop. */
  private @Nullable Redis client;

  private boolean ended;

  OwnConnection(Vertx vertx, RedisClients clients, Context loop) {
    this.vertx = vertx;
    this.clients = clients;
    this.loop = loop;
  }

  /** On the loop's own context: the connection outlives the request that happens to open it. */
  void open() {
    loop.runOnContext(there -> connect());
  }

  /** Succeeds or fails in limited time; without a connection, nothing is left to close. */
  Future<RedisConnection> opened() {
    return opening.future();
  }

  void close() {
    loop.runOnContext(there -> end());
  }

  private void connect() {
    opening.future().onFailure(failure -> close());
    var limit =
        vertx.setTimer(
            OPEN_WITHIN_MILLIS,
            late -> opening.tryFail(new TimeoutException("no connection within the time for it")));
    clients
        .create()
        .compose(this::connect)
        .onComplete(
            result -> {
              vertx.cancelTimer(limit);
              connected(result);
            });
  }

  private Future<RedisConnection> connect(Redis made) {
    if (ended) {
      clients.close(made);
      return Future.failedFuture("given up before it was made");
    }
    client = made;
    return made.connect();
  }

  private void connected(AsyncResult<RedisConnection> result) {
    if (result.failed()) {
      opening.tryFail(HiddenPassword.in(result.cause()));
    } else if (!opening.tryComplete(result.result())) {
      result.result().close();
    }
  }

  private void end() {
    ended = true;
    var mine = client;
    if (mine != null) {
      client = null;
      opening.future().onSuccess(RedisConnection::close);
      clients.close(mine);
    }
  }
}
