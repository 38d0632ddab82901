package dev.latchkey.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.stores.RedisProcess;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators read about a Redis that is set up wrongly, or is not there yet. */
class RedisReachTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Logger logger = Logger.getLogger(RedisReach.class.getPackageName());
  private final Lines log = new Lines();

  @BeforeEach
  void listen() {
    logger.addHandler(log);
  }

  @AfterEach
  void leave() {
    logger.removeHandler(log);
  }

  @Test
  void aRedisThatThrowsKeysAwayWhenItIsFullIsWarnedOf() {
    try (var redis = RedisProcess.start()) {
      // Given
      redis.execute("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");

      // When
      var reach = begin(() -> client(redis.uri().toString()));

      // Then
      Awaitility.await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(log.lines).anyMatch(line -> line.endsWith("allkeys-lru")));
      assertThat(log.lines).anyMatch(line -> line.contains("maxmemory-policy noeviction"));
      assertThat(reach.hasBeenReached()).isTrue();
    }
  }

  @Test
  void aRedisThatIsNotThereYetIsOneLineWhateverTheReason() {
    // Given
    var attempts = new AtomicInteger();

    // When
    var reach =
        begin(
            () -> {
              var attempt = attempts.incrementAndGet();
              return attempt > 4
                  ? Topology.STANDALONE.connect()
                  : client("redis://127.0.0.1:" + attempt);
            });

    // Then
    Awaitility.await().atMost(PATIENCE).until(reach::hasBeenReached);
    assertThat(log.lines)
        .filteredOn(line -> line.startsWith("Redis has not let us in yet"))
        .hasSize(1);
  }

  private static RedisReach begin(Supplier<Redis> redis) {
    var reach = new RedisReach(Topology.vertx(), Pod.clients(redis, true));
    reach.begin(new StartupEvent());
    return reach;
  }

  private static Redis client(String server) {
    return Redis.createClient(Topology.vertx(), Topology.options(List.of(server)));
  }

  private static final class Lines extends Handler {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
