package dev.latchkey.oauth.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlPoolTest {

  private static final long PATIENCE_SECONDS = 10;

  private static final String AT_ONCE = "select 1";
  private static final String SLOWLY = "select slowly";

  private static final Buffer READY = message('Z', Buffer.buffer("I"));
  private static final Buffer WELCOME =
      message('R', Buffer.buffer().appendInt(0))
          .appendBuffer(message('S', Buffer.buffer("client_encoding\0UTF8\0")))
          .appendBuffer(message('S', Buffer.buffer("server_version\00015.0\0")))
          .appendBuffer(READY);
  private static final Buffer NO_ROWS =
      message('C', Buffer.buffer("SELECT 0\0")).appendBuffer(READY);

  private final Vertx vertx = Vertx.vertx();
  private NetServer silent;

  /** Takes connections and what is said on them, and says nothing itself. */
  @BeforeEach
  void listen() throws Exception {
    silent = get(vertx.createNetServer().connectHandler(socket -> {}).listen(0, "127.0.0.1"));
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void hangsUpOnAServerThatSaysNothing() {
    // Given
    var pool = new SqlPool(Duration.ofSeconds(1), Optional.empty(), Optional.empty());
    var connections = pool.create(new Server(silent, new PoolOptions()));

    // When
    var failure = catchThrowable(() -> get(connections.query("select 1").execute()));

    // Then
    assertThat(failure).hasRootCauseInstanceOf(ClosedConnectionException.class);
  }

  @Test
  void aSlowAnswerIsWaitedForOnAConnectionThatNobodyNeededForAWhile() throws Exception {
    // Given
    var slow = get(vertx.createNetServer().connectHandler(this::serve).listen(0, "127.0.0.1"));
    var options =
        new PoolOptions()
            .setIdleTimeout(300)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setPoolCleanerPeriod(100);
    var pool = new SqlPool(Duration.ofSeconds(2), Optional.empty(), Optional.empty());
    var connections = pool.create(new Server(slow, options));
    get(connections.query(AT_ONCE).execute());
    get(vertx.timer(1, TimeUnit.SECONDS));

    // When
    var answer = get(connections.query(SLOWLY).execute());

    // Then
    assertThat(answer).isEmpty();
  }

  @Test
  void theLongestWorkHasItsTimeOnAConnectionThatNobodyNeeded() throws IOException {
    // Given
    var settings = new Properties();
    try (var file = SqlPool.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      settings.load(file);
    }
    var idle = Duration.parse(settings.getProperty("quarkus.datasource.reactive.idle-timeout"));

    // When
    var silentBefore = idle.plusMillis(new PoolOptions().getPoolCleanerPeriod());

    // Then
    assertThat(silentBefore.plusMillis(SqlGate.BACKGROUND_MILLIS)).isLessThan(SqlPool.SILENCE);
  }

  /** Says as little as a PostgreSQL may that lets everybody in, and has no rows. */
  private void serve(NetSocket client) {
    client.handler(
        said -> {
          var text = said.toString(US_ASCII);
          if (text.startsWith("\0")) {
            client.write(WELCOME);
          } else if (text.contains(SLOWLY)) {
            vertx.setTimer(1_500, late -> client.write(NO_ROWS));
          } else if (text.contains(AT_ONCE)) {
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

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private final class Server implements PgPoolCreator.Input {

    private final NetServer server;
    private final PoolOptions options;

    Server(NetServer server, PoolOptions options) {
      this.server = server;
      this.options = options;
    }

    @Override
    public Vertx vertx() {
      return vertx;
    }

    @Override
    public PoolOptions poolOptions() {
      return options.setMaxSize(1);
    }

    @Override
    public List<PgConnectOptions> pgConnectOptionsList() {
      return List.of(
          new PgConnectOptions()
              .setHost("127.0.0.1")
              .setPort(server.actualPort())
              .setDatabase("latchkey")
              .setUser("latchkey"));
    }
  }
}
