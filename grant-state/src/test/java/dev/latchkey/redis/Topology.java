package dev.latchkey.redis;

import dev.latchkey.stores.RedisClusterProcesses;
import dev.latchkey.stores.RedisProcess;
import dev.latchkey.stores.RedisStore;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What Redis can be for us; one of each serves all tests of the JVM. */
enum Topology {
  STANDALONE {
    @Override
    RedisStore store() {
      return Servers.STANDALONE;
    }

    @Override
    Redis connect() {
      return Redis.createClient(
          Servers.VERTX, options(List.of(Servers.STANDALONE.uri().toString())));
    }
  },
  /**
   * One server, and pods of two releases: each call runs its script as this one has it or as the
   * one before.
   */
  TWO_RELEASES {
    @Override
    RedisStore store() {
      return STANDALONE.store();
    }

    @Override
    Redis connect() {
      return Releases.BOTH.on(STANDALONE.connect());
    }
  },
  CLUSTER {
    @Override
    RedisStore store() {
      return ClusterServers.CLUSTER;
    }

    @Override
    Redis connect() {
      return Redis.createClient(
          Servers.VERTX,
          options(Arrays.asList(ClusterServers.CLUSTER.uris().split(",")))
              .setType(RedisClientType.CLUSTER));
    }
  };

  /** Redis as fixtures see it. */
  abstract RedisStore store();

  /** A new client. */
  abstract Redis connect();

  static String clusterUris() {
    return ClusterServers.CLUSTER.uris();
  }

  static Vertx vertx() {
    return Servers.VERTX;
  }

  static RedisOptions options(List<String> servers) {
    return new RedisOptions()
        .setEndpoints(servers)
        .setMaxPoolSize(64)
        .setMaxPoolWaiting(1024)
        .setMaxWaitingHandlers(2048);
  }

  /** Started by the first test that asks. */
  private static final class Servers {
    static final Vertx VERTX = Vertx.vertx();
    static final RedisProcess STANDALONE = RedisProcess.start();
  }

  private static final class Releases {
    static final EitherRelease BOTH =
        new EitherRelease(EitherRelease.scripts(EitherRelease.BEFORE), new Random(7)::nextBoolean);
  }

  private static final class ClusterServers {
    static final RedisClusterProcesses CLUSTER = RedisClusterProcesses.start();
  }
}
