package dev.latchkey.chaos.stand;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Passes the connections of one port on to another one, as the weather is. */
public final class Line {

  static final int DELAY_MILLIS = 150;

  private static final int ONE_IN = 6;

  private final Vertx vertx;
  private final NetClient client;
  private final int port;

  private NetServer server;
  private volatile int target;
  private volatile Weather weather = Weather.FAIR;

  Line(Vertx vertx, NetClient client, int port) {
    this.vertx = vertx;
    this.client = client;
    this.port = port;
    this.server = vertx.createNetServer();
  }

  int port() {
    return port;
  }

  /** From now on connections lead there. */
  void leadTo(int other) {
    target = other;
  }

  public void set(Weather other) {
    weather = other;
  }

  /** Connections are refused from now on, as by a machine on which nobody listens. */
  public synchronized void shut() {
    server.close().toCompletionStage().toCompletableFuture().join();
  }

  /** Connections are taken again. */
  public synchronized void open() {
    server = vertx.createNetServer().connectHandler(this::accept);
    server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
  }

  private void accept(NetSocket near) {
    near.pause();
    client
        .connect(target, "127.0.0.1")
        .onFailure(refused -> near.close())
        .onSuccess(far -> join(near, far));
  }

  private void join(NetSocket near, NetSocket far) {
    var call = new Call();
    pass(call, near, far, false);
    pass(call, far, near, true);
    near.resume();
  }

  private void pass(Call call, NetSocket from, NetSocket to, boolean isAnswer) {
    var delayed = new Delayed(vertx, to);
    from.handler(data -> carry(call, delayed, from, to, data, isAnswer));
    from.exceptionHandler(broken -> {});
    from.closeHandler(
        closed -> {
          if (!call.dead || !isAnswer) {
            delayed.close();
          }
        });
  }

  private void carry(
      Call call, Delayed delayed, NetSocket from, NetSocket to, Buffer data, boolean isAnswer) {
    if (call.dead) {
      return;
    }
    switch (weather) {
      case FAIR -> delayed.write(data, 0);
      case SLOW -> delayed.write(data, DELAY_MILLIS);
      case SILENT -> call.dead = true;
      case CUTTING -> {
        if (isAnswer && ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
          call.dead = true;
          to.write(data.getBuffer(0, data.length() / 2)).onComplete(cut -> to.close());
          from.close();
        } else {
          delayed.write(data, 0);
        }
      }
    }
  }

  /** One connection: both of its sides are on one event loop. */
  private static final class Call {
    private volatile boolean dead;
  }
}
