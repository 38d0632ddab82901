package dev.latchkey.stores;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A real Redis Cluster on loopback: three primaries, each with a replica, six processes in all. */
public final class RedisClusterProcesses implements RedisStore, AutoCloseable {

  private static final int PRIMARIES = 3;
  private static final int SLOTS = 16_384;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Long enough that a busy machine's pauses are not taken for the death of a primary. */
  private static final String NODE_TIMEOUT_MILLIS = "3000";

  private static final String REPLICATION_TIMEOUT_SECONDS = "6";

  private static final Pattern LAG_OF_A_SECOND =
      Pattern.compile("^slave0:.*,state=online,.*,lag=[01]$");

  private final List<RedisProcess> nodes;

  private RedisClusterProcesses(List<RedisProcess> nodes) {
    this.nodes = nodes;
  }

  /** Starts the six and waits until each of them says that the cluster is whole. */
  public static RedisClusterProcesses start() {
    return start(List.of());
  }

  /** The same with further options for each, as on its command line. */
  public static RedisClusterProcesses start(List<String> options) {
    return started(Stream.generate(() -> node(options)).limit(2 * PRIMARIES).toList());
  }

  /**
   * The same, each known to the others and to clients by another port than its own: that of whoever
   * passes its connections on. There are six.
   *
   * @param lead told which node listens on which port, before they meet
   */
  public static RedisClusterProcesses startBehind(
      List<Integer> announced, BiConsumer<Integer, Integer> lead) {
    var nodes = new ArrayList<RedisProcess>();
    for (var port : announced) {
      var node = node(List.of("--cluster-announce-port", Integer.toString(port)));
      lead.accept(nodes.size(), node.port());
      nodes.add(node);
    }
    return started(List.copyOf(nodes));
  }

  private static RedisClusterProcesses started(List<RedisProcess> nodes) {
    var cluster = new RedisClusterProcesses(nodes);
    cluster.join();
    return cluster;
  }

  private static RedisProcess node(List<String> options) {
    var all = new ArrayList<String>(options);
    all.addAll(
        List.of(
            "--cluster-enabled",
            "yes",
            "--cluster-port",
            Integer.toString(FreePort.pick()),
            "--cluster-config-file",
            "nodes.conf",
            "--cluster-node-timeout",
            NODE_TIMEOUT_MILLIS,
            "--cluster-allow-replica-migration",
            "no",
            // A shard without a primary does not take the others with it (docs/redis.md).
            "--cluster-require-full-coverage",
            "no",
            "--repl-diskless-sync-delay",
            "0",
            // Whether a replica is still there is known within seconds, and not within a minute.
            "--repl-ping-replica-period",
            "1",
            "--repl-timeout",
            REPLICATION_TIMEOUT_SECONDS));
    return RedisProcess.start(all);
  }

  private void join() {
    for (var i = 0; i < PRIMARIES; i++) {
      nodes
          .get(i)
          .execute(
              "CLUSTER",
              "ADDSLOTSRANGE",
              Integer.toString(i * SLOTS / PRIMARIES),
              Integer.toString((i + 1) * SLOTS / PRIMARIES - 1));
      // Distinct, so that no two primaries have to settle who is the elder.
      nodes.get(i).execute("CLUSTER", "SET-CONFIG-EPOCH", Integer.toString(i + 1));
    }
    var first = nodes.get(0);
    for (var node : nodes.subList(1, nodes.size())) {
      first.execute("CLUSTER", "MEET", "127.0.0.1", port(node), busPort(node));
    }
    await("everybody knows everybody", "CLUSTER", "cluster_known_nodes:" + nodes.size());
    for (var i = 0; i < PRIMARIES; i++) {
      var primary = String.valueOf(nodes.get(i).execute("CLUSTER", "MYID"));
      nodes.get(PRIMARIES + i).execute("CLUSTER", "REPLICATE", primary);
    }
    awaitWhole();
  }

  /** Thaws and starts again what a test has frozen or stopped, and waits until all is well. */
  public void mend() {
    for (var node : nodes) {
      node.thaw();
      node.revive();
    }
    awaitWhole();
  }

  private void awaitWhole() {
    await("the cluster is whole", "CLUSTER", "cluster_state:ok");
    Awaitility.await("each primary has its replica")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> count("role:master") == PRIMARIES && count("master_link_status:up") == PRIMARIES);
  }

  private long count(String line) {
    return nodes.stream().filter(node -> info(node, "INFO").contains(line)).count();
  }

  private void await(String what, String command, String line) {
    Awaitility.await(what)
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> nodes.stream().allMatch(node -> info(node, command).contains(line)));
  }

  private static List<String> info(RedisProcess node, String command) {
    var reply = command.equals("CLUSTER") ? node.execute(command, "INFO") : node.execute(command);
    return String.valueOf(reply).lines().toList();
  }

  private static String port(RedisProcess node) {
    return Integer.toString(node.port());
  }

  private static String busPort(RedisProcess node) {
    var setting = (List<?>) Objects.requireNonNull(node.execute("CONFIG", "GET", "cluster-port"));
    return String.valueOf(setting.get(1));
  }

  /** For {@code quarkus.redis.hosts}. */
  public String uris() {
    return uris(RedisProcess::uri);
  }

  /** The same with TLS. */
  public String tlsUris() {
    return uris(RedisProcess::tlsUri);
  }

  private String uris(Function<RedisProcess, URI> uri) {
    return nodes.stream().map(uri).map(URI::toString).collect(Collectors.joining(","));
  }

  public List<RedisProcess> nodes() {
    return nodes;
  }

  /** The nodes that say that they are primaries. */
  public List<RedisProcess> primaries() {
    return nodes.stream().filter(RedisClusterProcesses::isPrimary).toList();
  }

  /** The same, without asking one that may not answer. */
  public List<RedisProcess> primariesBut(RedisProcess other) {
    return nodes.stream().filter(node -> node != other && isPrimary(node)).toList();
  }

  private static boolean isPrimary(RedisProcess node) {
    return info(node, "INFO").contains("role:master");
  }

  /**
   * Waits until the replica of the primary that owns a key has all that the primary has now. A
   * primary acknowledges without it, so who kills the primary has to know first.
   */
  public void awaitReplica(String key) {
    Replication.await(ownerOf(key));
  }

  /** The replica of the primary that owns a key. */
  public RedisProcess replicaOf(String key) {
    var port = Replication.firstReplica(ownerOf(key));
    return nodes.stream()
        .filter(node -> node.port() == port || node.tlsPort() == port)
        .findFirst()
        .orElseThrow();
  }

  /** Waits until each primary has heard of its replica within the last second. */
  public void awaitReplication() {
    Awaitility.await("each replica is heard of")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                primaries().stream()
                    .allMatch(
                        node ->
                            info(node, "INFO").stream().anyMatch(LAG_OF_A_SECOND.asPredicate())));
  }

  /** The primary that owns a key. */
  @Override
  public RedisProcess ownerOf(String key) {
    return nodes.stream()
        .filter(node -> isOwner(node, key))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody owns " + key));
  }

  private static boolean isOwner(RedisProcess node, String key) {
    try {
      node.execute("EXISTS", key);
      return true;
    } catch (IllegalStateException | UncheckedIOException movedOrDown) {
      return false;
    }
  }

  @Override
  public @Nullable Object execute(String... command) {
    return ownerOf(key(command)).execute(command);
  }

  /** Our keys come right after the command's name; TIME and the like have none. */
  private static String key(String... command) {
    return Arrays.stream(command).skip(1).findFirst().orElse("");
  }

  @Override
  public RedisSubscription subscribe(String channel) {
    return ownerOf(channel).subscribe(channel);
  }

  @Override
  public void close() {
    nodes.forEach(RedisProcess::close);
  }
}
