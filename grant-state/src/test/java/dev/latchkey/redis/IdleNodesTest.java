package dev.latchkey.redis;

import static dev.latchkey.stores.StoredGrant.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.grant.GrantStoreException;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Cluster of which only one node is asked: connections to the others are idle, and end. */
class IdleNodesTest {

  private static final Duration LONGER_THAN_IDLE = Duration.ofMillis(2_500);

  @Test
  void failNoCallToTheOneThatIsAsked() {
    // Given
    var redis = Topology.CLUSTER.store();
    var options =
        Topology.options(Arrays.asList(Topology.clusterUris().split(",")))
            .setType(RedisClientType.CLUSTER)
            .setNetClientOptions(new NetClientOptions().setReadIdleTimeout(1));
    var pod = Pod.of(() -> Redis.createClient(Topology.vertx(), options), Map.of());
    var code = pending().save(redis);

    // When
    var failures = new ArrayList<GrantStoreException>();
    var end = System.nanoTime() + LONGER_THAN_IDLE.toNanos();
    while (System.nanoTime() < end) {
      try {
        pod.poll(code);
      } catch (GrantStoreException e) {
        failures.add(e);
      }
    }

    // Then
    assertThat(failures).isEmpty();
  }
}
