package dev.latchkey.redis;

import static dev.latchkey.redis.Grants.APPROVE;
import static dev.latchkey.redis.Grants.PHONE;
import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.latchkey.grant.DecisionOutcome;
import dev.latchkey.grant.GrantNews.News;
import dev.latchkey.grant.GrantStoreException;
import dev.latchkey.grant.PollOutcome.Granted;
import dev.latchkey.grant.PollOutcome.Refused;
import dev.latchkey.stores.RedisClusterProcesses;
import dev.latchkey.stores.StoredGrant;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cluster that loses a primary; of its own, because its roles are not the same afterwards. */
class ClusterFailoverTest {

  private static final Duration FAILOVER = Duration.ofSeconds(60);

  /**
   * Longer than connections that nobody uses are kept here, and so short that nobody misses one.
   */
  private static final Duration UNNOTICED = Duration.ofMillis(2500);

  private static RedisClusterProcesses redis;

  @BeforeAll
  static void start() {
    redis = RedisClusterProcesses.start();
  }

  @AfterEach
  void mend() {
    redis.mend();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Test
  void aDecisionThatAReplicaHasOutlivesItsPrimary() {
    // Given
    var pod = pod();
    var code = pending().openedBy(PHONE, Duration.ofMinutes(2)).save(redis);
    pod.decide(code, PHONE, APPROVE);
    redis.awaitReplica(StoredGrant.key(code));

    // When
    redis.ownerOf(StoredGrant.key(code)).kill();

    // Then
    Awaitility.await()
        .atMost(FAILOVER)
        .ignoreException(GrantStoreException.class)
        .untilAsserted(() -> assertThat(pod.poll(code)).isInstanceOf(Granted.class));
  }

  @Test
  void aPrimaryThatFellSilentIsLeftForItsReplica() {
    // Given
    var pod = pod();
    var code = pending().openedBy(PHONE, Duration.ofMinutes(2)).save(redis);
    pod.decide(code, PHONE, APPROVE);
    redis.awaitReplica(StoredGrant.key(code));

    // When
    redis.ownerOf(StoredGrant.key(code)).freeze();

    // Then
    Awaitility.await()
        .atMost(FAILOVER)
        .ignoreException(GrantStoreException.class)
        .untilAsserted(() -> assertThat(pod.poll(code)).isInstanceOf(Granted.class));
  }

  @Test
  void aReplicaThatEndsIsNotMissed() {
    // Given
    var pod = pod(1);
    var code = pending().save(redis);
    pod.poll(code);

    // When
    redis.replicaOf(StoredGrant.key(code)).kill();

    // Then
    // By the connection that was there: who connects now has to wait until the Cluster noticed.
    Awaitility.await()
        .pollInSameThread()
        .during(UNNOTICED)
        .atMost(FAILOVER)
        .until(() -> pod.poll(code), outcome -> !outcome.equals(Refused.UNKNOWN));
  }

  @Test
  void whatOtherPrimariesHaveIsServedOnWhileOneIsGone() {
    // Given
    var pod = pod(60);
    var gone = pending().save(redis);
    var lost = redis.ownerOf(StoredGrant.key(gone));
    var other =
        Stream.generate(() -> pending().save(redis))
            .filter(code -> redis.ownerOf(StoredGrant.key(code)) != lost)
            .findFirst()
            .orElseThrow();
    redis.awaitReplica(StoredGrant.key(gone));
    pod.poll(other);

    // When
    lost.kill();

    // Then
    Awaitility.await()
        .pollInSameThread()
        .atMost(FAILOVER)
        .ignoreExceptionsMatching(away -> away instanceof GrantStoreException)
        .until(
            () -> {
              served(() -> pod.poll(other));
              return pod.poll(gone);
            },
            outcome -> !outcome.equals(Refused.UNKNOWN));
  }

  /** Not a failure of the store, which whoever waits here would overlook. */
  private static void served(Runnable poll) {
    assertThatCode(poll::run).doesNotThrowAnyException();
  }

  @Test
  void whoListensHearsFromTheReplicaThatTookOver() {
    // Given
    var pod = pod(5);
    var code = pending().openedBy(PHONE, Duration.ofMinutes(2)).save(redis);
    var heard = Heard.from(pod, code);
    redis.awaitReplica(StoredGrant.key(code));

    // When
    redis.ownerOf(StoredGrant.key(code)).kill();

    // Then
    assertThat(heard.next()).isEqualTo(News.MISSED);
    Awaitility.await()
        .atMost(FAILOVER)
        .ignoreException(GrantStoreException.class)
        .until(() -> pod.decide(code, PHONE, APPROVE) == DecisionOutcome.RECORDED);
    assertThat(heard.nextBut(News.MISSED)).isEqualTo(News.CHANGED);
  }

  /** As in production, a peer that stays silent is hung up on; only sooner. */
  private static Pod pod() {
    return pod(2);
  }

  private static Pod pod(int idleSeconds) {
    var options =
        Topology.options(Arrays.asList(redis.uris().split(",")))
            .setType(RedisClientType.CLUSTER)
            .setNetClientOptions(new NetClientOptions().setReadIdleTimeout(idleSeconds));
    return Pod.of(
        () -> Redis.createClient(Topology.vertx(), options),
        Map.of("latchkey.redis.replicas", "1"));
  }
}
