package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {

  private static final int LOOPS = 2;
  private static final int EACH = 3;
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
  private OpenPostgres postgres;
  private Pool pool;

  @BeforeEach
  void start() throws Exception {
    postgres = OpenPostgres.start(vertx);
    pool =
        Pool.pool(
            vertx,
            new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(postgres.port())
                .setDatabase("latchkey")
                .setUser("latchkey"),
            new PoolOptions()
                .setMaxSize(16)
                .setIdleTimeout(Math.toIntExact(IDLE.toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setPoolCleanerPeriod(50));
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void staysConnectedOnEachLoopWhileNobodyAsks() {
    // When
    kept(EACH);

    // Then: the same ones, for longer than the pool would have kept them
    await().untilAsserted(() -> assertThat(postgres.open()).isEqualTo(LOOPS * EACH));
    await()
        .during(IDLE.multipliedBy(2))
        .untilAsserted(
            () -> {
              assertThat(postgres.open()).isEqualTo(LOOPS * EACH);
              assertThat(postgres.made()).isEqualTo(LOOPS * EACH);
            });
  }

  @Test
  void connectsAgainAfterPostgresHasHungUp() {
    // Given
    kept(EACH);
    await().untilAsserted(() -> assertThat(postgres.open()).isEqualTo(LOOPS * EACH));

    // When
    postgres.hangUp();

    // Then
    await()
        .untilAsserted(
            () -> {
              assertThat(postgres.open()).isEqualTo(LOOPS * EACH);
              assertThat(postgres.made()).isEqualTo(2 * LOOPS * EACH);
            });
  }

  @Test
  void asksASilentPostgresOnce() {
    // Given
    postgres.fallSilent();

    // When
    kept(EACH);

    // Then
    await().untilAsserted(() -> assertThat(postgres.made()).isEqualTo(LOOPS * EACH));
    await()
        .during(EVERY.multipliedBy(10))
        .untilAsserted(() -> assertThat(postgres.made()).isEqualTo(LOOPS * EACH));
  }

  @Test
  void keepsNoneWhereNoneAreWanted() {
    // When
    kept(0);

    // Then
    await().during(EVERY.multipliedBy(5)).untilAsserted(() -> assertThat(postgres.made()).isZero());
  }

  @Test
  void fewerThanNoneAreAMistake() {
    assertThatThrownBy(() -> kept(-1)).hasMessage("latchkey.sql.kept is 0 at least");
  }

  @Test
  void theyAreUsedBeforeThePoolLetsGoOfThem() throws IOException {
    // Given
    var settings = new Properties();
    try (var file =
        KeptConnections.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      settings.load(file);
    }

    // When
    var idle = Duration.parse(settings.getProperty("quarkus.datasource.reactive.idle-timeout"));

    // Then
    assertThat(KeptConnections.EVERY).isLessThan(idle);
  }

  private void kept(int each) {
    new KeptConnections(vertx, () -> pool, each, EVERY).begin();
  }
}
