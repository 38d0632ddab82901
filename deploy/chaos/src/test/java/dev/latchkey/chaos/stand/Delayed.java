package dev.latchkey.chaos.stand;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes to a connection, now or later, and never in another order. On one event loop. */
final class Delayed {

  private final Vertx vertx;
  private final NetSocket to;
  private final Deque<Buffer> waiting = new ArrayDeque<>();
  private boolean closing;

  Delayed(Vertx vertx, NetSocket to) {
    this.vertx = vertx;
    this.to = to;
  }

  void write(Buffer data, int millis) {
    if (millis == 0 && waiting.isEmpty()) {
      to.write(data);
      return;
    }
    waiting.add(data);
    vertx.setTimer(Math.max(1, millis), due -> next());
  }

  void close() {
    closing = true;
    if (waiting.isEmpty()) {
      to.close();
    }
  }

  private void next() {
    to.write(waiting.remove());
    if (closing && waiting.isEmpty()) {
      to.close();
    }
  }
}
