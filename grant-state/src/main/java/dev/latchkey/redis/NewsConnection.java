package dev.latchkey.redis;

import io.quarkus.logging.Log;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connection on which this pod hears what is published, in a Cluster one to each node. It
 * belongs to one event loop, and its methods are called there. It connects when it is asked to, and
 * again as long as somebody needs it.
 *
 * <p>The Redis client tells of a subscription only that it was sent, forgets who waits for a reply
 * when a message comes first, and says nothing of a node that has moved away or fallen silent. So
 * all that is sent here is answered by a message, and every few seconds {@link Probes} go out: what
 * does not answer until the next ones is given up.
 */
final class NewsConnection {

  /** Whom it serves; called on the event loop. */
  interface Owner {

    /** There is a new connection, without any subscription. */
    void connected();

    /** The one before, by which the owner has heard until now, is no more. */
    void left();

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

  /** So long the server has to confirm all subscriptions on another connection. */
  private static final long TAKE_OVER_MILLIS = 2_000;

  /** So long after that was tried in vain it is tried again. */
  private static final long RENEW_AFTER_MILLIS = 5_000;

  private final Vertx vertx;
  private final RedisClients clients;
  private final Context loop;
  private final Owner owner;

  private @Nullable NewsLine live;

  /** One that has been replaced, and is heard until its successor has all subscriptions. */
  private @Nullable NewsLine leaving;

  private boolean connecting;
  private boolean failed;
  private long awaitedSince;
  private long probing;

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
      attempt.opened().onComplete(result -> onLoop(() -> connected(attempt, result)));
      attempt.open();
    }
  }

  /** Replaces it by a new one, if it is open; no news are missed. */
  void renew() {
    var old = live;
    if (old == null || leaving != null) {
      return;
    }
    var next = new OwnConnection(vertx, clients, loop);
    next.opened().onComplete(result -> onLoop(() -> renewed(old, next, result)));
    next.open();
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
    var line = live;
    if (line != null) {
      line.send(command, channel, failure -> unsent(line, failure));
    }
  }

  private void unsent(NewsLine line, Throwable failure) {
    onLoop(() -> drop(line, HiddenPassword.in(failure).toString()));
  }

  private void connected(OwnConnection attempt, AsyncResult<RedisConnection> result) {
    if (result.failed()) {
      Log.debugf("no connection for news: %s", result.cause());
      failed = true;
      retry();
      return;
    }
    connecting = false;
    failed = false;
    begin(new NewsLine(result.result(), attempt));
  }

  private void begin(NewsLine line) {
    live = line;
    attend(line);
    probing = vertx.setPeriodic(PROBE_EVERY_MILLIS, tick -> onLoop(() -> check(line)));
    owner.connected();
  }

  private void renewed(NewsLine old, OwnConnection next, AsyncResult<RedisConnection> result) {
    if (live != old) {
      next.close();
    } else if (result.failed()) {
      Log.warnf("no new connection for news: %s", result.cause().getMessage());
      vertx.setTimer(RENEW_AFTER_MILLIS, later -> onLoop(this::renew));
    } else {
      leaving = old;
      vertx.cancelTimer(probing);
      begin(new NewsLine(result.result(), next));
      vertx.setTimer(TAKE_OVER_MILLIS, over -> onLoop(() -> leave(old)));
    }
  }

  private void leave(@Nullable NewsLine old) {
    if (old != null && old == leaving) {
      leaving = null;
      old.close();
      owner.left();
    }
  }

  /** To each of its nodes, also one that has joined since. */
  private void attend(NewsLine line) {
    line.connection().handler(message -> onLoop(() -> heard(line, message)));
    // Which node it was, it does not say; a replica that hangs up is no loss.
    line.connection().endHandler(end -> onLoop(() -> ended(line)));
    line.connection().exceptionHandler(failure -> onLoop(() -> ended(line)));
  }

  private void heard(NewsLine line, @Nullable Response message) {
    if (message == null) {
      return;
    }
    if (line != live) {
      if (line == leaving && NewsLine.isNews(message)) {
        owner.heard(message);
      }
    } else if (message.type() == ResponseType.ERROR) {
      // A slot that has moved, for one: the next connection finds it.
      drop(line, message.toString());
    } else if (!line.probes().take(message)) {
      owner.heard(message);
    }
  }

  private void ended(NewsLine line) {
    if (line == live) {
      line.probe(failure -> unsent(line, failure));
    } else {
      leave(line);
    }
  }

  private void check(NewsLine line) {
    if (line != live) {
      return;
    }
    if (line.probes().areAnswered()) {
      attend(line);
      line.probe(failure -> unsent(line, failure));
    } else {
      drop(line, "a server is silent");
    }
  }

  private void drop(NewsLine line, String reason) {
    if (line != live) {
      return;
    }
    Log.infof("the connection for news is made anew: %s", reason);
    live = null;
    awaitedSince = System.nanoTime();
    vertx.cancelTimer(probing);
    line.close();
    leave(leaving);
    owner.lost();
    retry();
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
