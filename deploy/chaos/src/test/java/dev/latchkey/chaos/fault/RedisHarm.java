package dev.latchkey.chaos.fault;

import dev.latchkey.stores.RedisClusterProcesses;
import dev.latchkey.stores.RedisProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.awaitility.Awaitility;

/** What is done to the nodes of the Cluster. */
final class RedisHarm {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RedisClusterProcesses redis;
  private final Random random;

  RedisHarm(RedisClusterProcesses redis, Random random) {
    this.redis = redis;
    this.random = random;
  }

  /**
   * It comes back, empty, when its replica has taken over: a primary without persistence that is
   * back at once would have its replica forget everything too.
   */
  Undo killPrimary() {
    var primary = anyPrimary();
    primary.kill();
    return () -> {
      awaitOthers(primary);
      redis.mend();
    };
  }

  Undo freezePrimary() {
    var primary = anyPrimary();
    primary.freeze();
    return primary::thaw;
  }

  Undo freezePrimaryForLong() {
    var primary = anyPrimary();
    primary.freeze();
    return () -> {
      awaitOthers(primary);
      redis.mend();
    };
  }

  /** Hangs up on every client, and lets none in. */
  Undo refuseConnections() throws Exception {
    var held = new ArrayList<HeldRedis>();
    for (var node : redis.nodes()) {
      held.add(new HeldRedis(node.port()));
    }
    for (var node : held) {
      node.tell("CONFIG SET maxclients 1");
      node.tell("CLIENT KILL TYPE normal");
    }
    return () -> {
      for (var node : held) {
        node.tell("CONFIG SET maxclients 10000");
        node.close();
      }
    };
  }

  private RedisProcess anyPrimary() {
    var primaries = redis.primaries();
    return primaries.get(random.nextInt(primaries.size()));
  }

  private void awaitOthers(RedisProcess but) {
    Awaitility.await("a replica takes over")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> redis.primariesBut(but).size() == 3);
  }
}
