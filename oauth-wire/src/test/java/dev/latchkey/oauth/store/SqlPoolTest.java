package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlPoolTest {

  private static final long PATIENCE_SECONDS = 10;

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
    var connections = pool.create(new Silent());

    // When
    var failure = catchThrowable(() -> get(connections.query("select 1").execute()));

    // Then
    assertThat(failure).hasRootCauseInstanceOf(ClosedConnectionException.class);
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private final class Silent implements PgPoolCreator.Input {

    @Override
    public Vertx vertx() {
      return vertx;
    }

    @Override
    public PoolOptions poolOptions() {
      return new PoolOptions().setMaxSize(1);
    }

    @Override
    public List<PgConnectOptions> pgConnectOptionsList() {
      return List.of(
          new PgConnectOptions()
              .setHost("127.0.0.1")
              .setPort(silent.actualPort())
              .setDatabase("latchkey")
              .setUser("latchkey"));
    }
  }
}
