package dev.latchkey.stores;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A primary with two replicas under three Sentinels, with TLS between all of them. */
public final class RedisSentinelProcesses implements AutoCloseable {

  /** For {@code quarkus.redis.master-name}. */
  public static final String NAME = "latchkey";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> WITH_TLS = List.of("--tls-replication", "yes");

  private final List<RedisProcess> servers = new ArrayList<>();
  private final List<RedisProcess> sentinels;

  private RedisSentinelProcesses(List<String> options, String sentinelUser) {
    var all = Stream.of(options, WITH_TLS).flatMap(Collection::stream).toList();
    servers.add(RedisProcess.start(all));
    var port = Integer.toString(servers.get(0).tlsPort());
    var replica =
        Stream.of(
                all,
                List.of("--replicaof", "127.0.0.1", port),
                List.of("--repl-diskless-sync-delay", "0"))
            .flatMap(Collection::stream)
            .toList();
    servers.add(RedisProcess.start(replica));
    servers.add(RedisProcess.start(replica));
    // Without an ACL of the servers' own: what a Sentinel asks, other users may not.
    var configuration =
        """
        sentinel monitor %1$s 127.0.0.1 %2$s 2
        sentinel down-after-milliseconds %1$s 2000
        sentinel failover-timeout %1$s 5000
        %3$s
        """
            .formatted(NAME, port, sentinelUser);
    var sentinel =
        Stream.of(withoutUser(all), List.of("--sentinel")).flatMap(Collection::stream).toList();
    sentinels =
        IntStream.range(0, 3)
            .mapToObj(each -> RedisProcess.start(configuration, sentinel))
            .toList();
    awaitWhole();
  }

  /**
   * Starts all and waits until they know each other.
   *
   * @param options of the servers, as on a command line; the Sentinels have the same, but the user
   * @param sentinelUser the user that Sentinels know, as in a configuration file
   */
  public static RedisSentinelProcesses start(List<String> options, String sentinelUser) {
    return new RedisSentinelProcesses(options, sentinelUser);
  }

  private static List<String> withoutUser(List<String> options) {
    var from = options.indexOf("--user");
    if (from < 0) {
      return options;
    }
    var to = from + 1;
    while (to < options.size() && !options.get(to).startsWith("--")) {
      to++;
    }
    var rest = new ArrayList<>(options);
    rest.subList(from, to).clear();
    return rest;
  }

  /** The server that takes writes now. */
  public RedisProcess primary() {
    return servers.stream().filter(RedisSentinelProcesses::isPrimary).findFirst().orElseThrow();
  }

  /** Waits until both replicas have all that the primary has now. */
  public void awaitReplicas() {
    Replication.await(primary());
  }

  /** For {@code quarkus.redis.hosts}. */
  public String tlsUris() {
    return sentinels.stream()
        .map(sentinel -> sentinel.tlsUri().toString())
        .collect(Collectors.joining(","));
  }

  private void awaitWhole() {
    Awaitility.await("each Sentinel knows all")
        .atMost(PATIENCE)
        .until(
            () ->
                sentinels.stream()
                    .map(sentinel -> String.valueOf(sentinel.execute("INFO", "sentinel")))
                    .allMatch(info -> info.contains("status=ok,") && knowsAll(info)));
  }

  private static boolean knowsAll(String info) {
    return info.contains("slaves=2,sentinels=3");
  }

  private static boolean isPrimary(RedisProcess server) {
    try {
      return Replication.info(server).contains("role:master");
    } catch (UncheckedIOException down) {
      return false;
    }
  }

  @Override
  public void close() {
    sentinels.forEach(RedisProcess::close);
    servers.forEach(RedisProcess::close);
  }
}
