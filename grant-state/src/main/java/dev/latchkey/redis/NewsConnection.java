package dev.latchkey.redis;

import io.quarkus.logging.Log;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The connection on which this pod hears what is published, in a Cluster one to each node. It
 * belongs to one event loop, and its methods are called there. It connects when it is asked to, and
 * again as long as somebody needs it.
 *
 * <p>The Redis client tells of a subscription only that it was sent, forgets who waits for a reply
 * when a message comes first, and says nothing of a node that has moved away or fallen silent. So
 * all that is sent here is answered by a message, and every few seconds questions go out that hit
 * each primary: what does not answer until the next ones is given up.
 */
final class NewsConnection {

  /** Whom it serves; called on the event loop. */
  interface Owner {

    /** There is a new connection, without any subscription. */
    void connected();

    void heard(Response message);

    void lost();

    /** Whether anybody wants it. */
    boolean isNeeded();
  }

  private static final long RETRY_AFTER_MILLIS = 250;

  /** What usually comes back does so within this; beyond, nobody waits for it any more. */
  private static final long EXPECTED_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Less than half of {@code quarkus.redis.tcp.read-idle-timeout}, which ends what is silent. */
  private static final long PROBE_EVERY_MILLIS = 4_000;

  /** Channels that nobody publishes on, so many that each shard of a Cluster has some. */
  private static final int PROBES = 64;

  private static final String PROBE = "probe:";

  private final Vertx vertx;
  private final RedisClients clients;
  private final Context loop;
  private final Owner owner;

  private @Nullable RedisConnection live;
  private @Nullable OwnConnection mine;
  private boolean connecting;
  private boolean failed;
  private long awaitedSince;
  private long probing;
  private int unanswered;

  NewsConnection(Vertx vertx, RedisClients clients, Context loop, Owner owner) {
    this.vertx = vertx;
    this.clients = clients;
    this.loop = loop;
    this.owner = owner;
  }

  /** Connects, unless that is done or under way. */
  void open() {
    if (live == null && !connecting) {
      connecting = true;
      awaitedSince = System.nanoTime();
      var attempt = new OwnConnection(vertx, clients, loop);
      mine = attempt;
      attempt.opened().onComplete(result -> onLoop(() -> connected(result)));
      attempt.open();
    }
  }

  /**
   * Whether it is open, or likely to be in a moment: not any more when an attempt has failed or
   * takes long, until one succeeds.
   */
  boolean isExpected() {
    return live != null || (!failed && System.nanoTime() - awaitedSince < EXPECTED_NANOS);
  }

  /** Sends a command that is answered by a message; without a connection it is not sent. */
  void send(Command command, String channel) {
    var connection = live;
    if (connection != null) {
      connection
          .send(Request.cmd(command).arg(channel))
          .onFailure(failure -> onLoop(() -> drop(connection, failure.toString())));
    }
  }

  private void connected(AsyncResult<RedisConnection> result) {
    if (result.failed()) {
      Log.debugf("no connection for news: %s", result.cause());
      failed = true;
      retry();
      return;
    }
    var connection = result.result();
    live = connection;
    connecting = false;
    failed = false;
    unanswered = 0;
    attend(connection);
    probing = vertx.setPeriodic(PROBE_EVERY_MILLIS, tick -> onLoop(() -> check(connection)));
    owner.connected();
  }

  /** To each of its nodes, also one that has joined since. */
  private void attend(RedisConnection connection) {
    connection.handler(message -> onLoop(() -> heard(connection, message)));
    // Which node it was, it does not say; a replica that hangs up is no loss.
    connection.endHandler(end -> onLoop(() -> probe(connection)));
    connection.exceptionHandler(failure -> onLoop(() -> probe(connection)));
  }

  private void heard(RedisConnection connection, @Nullable Response message) {
    if (connection != live || message == null) {
      return;
    }
    if (message.type() == ResponseType.ERROR) {
      // A slot that has moved, for one: the next connection finds it.
      drop(connection, message.toString());
    } else if (message.size() > 1 && message.get(1).toString().startsWith(PROBE)) {
      unanswered--;
    } else {
      owner.heard(message);
    }
  }

  private void check(RedisConnection connection) {
    if (connection != live) {
      return;
    }
    if (unanswered > 0) {
      drop(connection, "a server is silent");
    } else {
      attend(connection);
      probe(connection);
    }
  }

  private void probe(RedisConnection connection) {
    if (connection == live) {
      unanswered += PROBES;
      IntStream.range(0, PROBES)
          .forEach(number -> send(Command.SUNSUBSCRIBE, PROBE + "{" + number + "}"));
    }
  }

  private void drop(RedisConnection connection, String reason) {
    if (connection != live) {
      return;
    }
    Log.infof("the connection for news is made anew: %s", reason);
    live = null;
    awaitedSince = System.nanoTime();
    vertx.cancelTimer(probing);
    close();
    owner.lost();
    retry();
  }

  private void close() {
    var lost = mine;
    if (lost != null) {
      mine = null;
      lost.close();
    }
  }

  private void retry() {
    // Until then nobody else tries either.
    connecting = true;
    vertx.setTimer(
        RETRY_AFTER_MILLIS,
        later ->
            onLoop(
                () -> {
                  connecting = false;
                  if (owner.isNeeded()) {
                    open();
                  }
                }));
  }

  private void onLoop(Runnable step) {
    loop.runOnContext(there -> step.run());
  }
}
