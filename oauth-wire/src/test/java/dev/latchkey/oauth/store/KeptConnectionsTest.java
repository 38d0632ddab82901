package dev.latchkey.oauth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Provider;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptConnectionsTest {

  private static final int MOST = 12;
  private static final Duration EVERY = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofSeconds(2);

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
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
                .setMaxSize(MOST)
                .setIdleTimeout(Math.toIntExact(IDLE.toSeconds()))
                .setPoolCleanerPeriod(50));
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void staysConnectedWhileNobodyAsks(int kept) {
    // When
    connected(kept);

    // Then
    assertTheSameStayOpen(kept);
  }

  @Test
  void staysConnectedBesideOneThatHangs() {
    // Given
    connected(4);

    // When
    postgres.hangOnce();

    // Then
    assertTheSameStayOpen(4);
  }

  @Test
  void connectsAgainAfterPostgresHasHungUp() {
    // Given
    connected(4);

    // When
    postgres.hangUp();

    // Then
    await()
        .untilAsserted(
            () -> {
              assertThat(postgres.made()).isGreaterThanOrEqualTo(8);
              assertThat(postgres.open()).isEqualTo(4);
            });
  }

  @Test
  void asksASilentPostgresOnce() {
    // Given
    postgres.fallSilent();

    // When
    keep(4).begin();

    // Then
    await().untilAsserted(() -> assertThat(postgres.made()).isEqualTo(4));
    await()
        .during(EVERY.multipliedBy(10))
        .untilAsserted(() -> assertThat(postgres.made()).isEqualTo(4));
  }

  @Test
  void whateverGoesWrongIsTriedAgain() {
    // Given
    var wrong = new AtomicBoolean(true);
    Provider<Pool> once =
        () -> {
          if (wrong.getAndSet(false)) {
            throw new IllegalStateException("no pool yet");
          }
          return pool;
        };

    // When
    new KeptConnections(vertx, once, 1, MOST, EVERY).begin();

    // Then
    await().untilAsserted(() -> assertThat(postgres.open()).isEqualTo(1));
  }

  @Test
  void letsGoOfThemAtTheEnd() {
    // Given
    var connections = connected(4);

    // When
    connections.stop();

    // Then
    await().untilAsserted(() -> assertThat(postgres.open()).isZero());
  }

  @Test
  void keepsNoneWhereNoneAreWanted() {
    // When
    keep(0).begin();

    // Then
    await().during(EVERY.multipliedBy(5)).untilAsserted(() -> assertThat(postgres.made()).isZero());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 7})
  void moreThanHalfOfThePoolOrFewerThanNoneAreAMistake(int kept) {
    assertThatThrownBy(() -> keep(kept))
        .hasMessage("latchkey.sql.kept is 0 at least, and 6 at most, half of the pool");
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

    // Then: with room for a busy event loop
    assertThat(KeptConnections.EVERY.plusMillis(500)).isLessThan(idle);
  }

  /** For longer than the pool would have kept them. */
  private void assertTheSameStayOpen(int kept) {
    await()
        .during(IDLE.plusMillis(500))
        .untilAsserted(
            () -> {
              assertThat(postgres.open()).isEqualTo(kept);
              assertThat(postgres.made()).isEqualTo(kept);
            });
  }

  private KeptConnections connected(int kept) {
    var connections = keep(kept);
    connections.begin();
    await().untilAsserted(() -> assertThat(postgres.open()).isEqualTo(kept));
    return connections;
  }

  private KeptConnections keep(int kept) {
    return new KeptConnections(vertx, () -> pool, kept, MOST, EVERY);
  }
}
