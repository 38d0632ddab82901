package dev.latchkey.oauth.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Says as little as a PostgreSQL may that lets everybody in, and has no rows. */
final class OpenPostgres {

  /** A statement that takes 1.5 s. */
  static final String SLOWLY = "select slowly";

  private static final long SLOW_MILLIS = 1_500;
  private static final long PATIENCE_SECONDS = 10;

  private static final Buffer READY = message('Z', Buffer.buffer("I"));
  private static final Buffer WELCOME =
      message('R', Buffer.buffer().appendInt(0))
          .appendBuffer(message('S', Buffer.buffer("client_encoding\0UTF8\0")))
          .appendBuffer(message('S', Buffer.buffer("server_version\00015.0\0")))
          .appendBuffer(READY);
  private static final Buffer NO_ROWS =
      message('C', Buffer.buffer("SELECT 0\0")).appendBuffer(READY);

  private final Vertx vertx;
  private final NetServer server;
  private final AtomicInteger made = new AtomicInteger();
  private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile boolean silent;

  private OpenPostgres(Vertx vertx) {
    this.vertx = vertx;
    this.server = vertx.createNetServer().connectHandler(this::serve);
  }

  static OpenPostgres start(Vertx vertx) throws Exception {
    var postgres = new OpenPostgres(vertx);
    postgres
        .server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return postgres;
  }

  int port() {
    return server.actualPort();
  }

  /** How many connections there have been. */
  int made() {
    return made.get();
  }

  /** How many there are. */
  int open() {
    return open.size();
  }

  /** From now on it takes what it is told, and answers nothing. */
  void fallSilent() {
    silent = true;
  }

  /** It leaves the next statement without an answer. */
  void hangOnce() {
    unanswered.set(1);
  }

  void hangUp() {
    List.copyOf(open).forEach(NetSocket::close);
  }

  private void serve(NetSocket client) {
    made.incrementAndGet();
    open.add(client);
    client.closeHandler(closed -> open.remove(client));
    client.handler(
        said -> {
          var text = said.toString(US_ASCII);
          if (silent) {
            return;
          }
          if (text.startsWith("\0")) {
            client.write(WELCOME);
          } else if (text.contains(SLOWLY)) {
            vertx.setTimer(SLOW_MILLIS, late -> client.write(NO_ROWS));
          } else if (text.startsWith("Q") && unanswered.getAndUpdate(n -> 0) == 0) {
            client.write(NO_ROWS);
          }
        });
  }

  private static Buffer message(char kind, Buffer content) {
    return Buffer.buffer()
        .appendByte((byte) kind)
        .appendInt(Integer.BYTES + content.length())
        .appendBuffer(content);
  }
}
