package dev.latchkey.chaos.stand;

import dev.latchkey.local.Console;
import dev.latchkey.local.Endpoints;
import dev.latchkey.local.LocalOptions;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ProcessPart;
import dev.latchkey.local.ReadinessProbe;
import dev.latchkey.local.Replicas;
import dev.latchkey.stores.RedisClusterProcesses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The whole system: two replicas of each service behind the gateway, a Redis Cluster whose every
 * primary has a replica, PostgreSQL; and a line in front of each of them.
 */
public final class Stand implements AutoCloseable {

  /** As in deploy/kubernetes. */
  private static final ReadinessProbe PROBE =
      new ReadinessProbe(Duration.ofSeconds(2), Duration.ofSeconds(2), 2);

  private final Lines lines = new Lines();
  private final Line toDatabase = lines.open(Plan.DATABASE_LINE);
  private final List<Line> toRedis = new ArrayList<>();
  private final Map<Part, Replicas> served = new EnumMap<>(Part.class);
  private final List<Replica> replicas = new ArrayList<>();
  private final RedisClusterProcesses redis;
  private final LocalSystem system;
  private final Endpoints endpoints = new Endpoints(PROBE, Duration.ZERO);

  /** Starts everything, and returns when all of it serves. */
  public Stand(Path home, Path run, Path registry) {
    toDatabase.leadTo(Plan.database());
    redis = startRedis();
    system = new LocalSystem(options(home, run, registry), Console.standard());
    try {
      system.start();
      startSecondOnes();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    replicas.forEach(this::watch);
  }

  public URI url() {
    return system.url();
  }

  public List<Replica> replicas(Part service) {
    return replicas.stream().filter(replica -> replica.service() == service).toList();
  }

  public List<Replica> replicas() {
    return List.copyOf(replicas);
  }

  public RedisClusterProcesses redis() {
    return redis;
  }

  public ProcessPart postgres() {
    return system.part(Part.POSTGRES);
  }

  public Database database() {
    return new Database(system.jdbcUrl(), system.databaseUser(), system.databasePassword());
  }

  public Line toDatabase() {
    return toDatabase;
  }

  /** One for each node. */
  public List<Line> toRedis() {
    return List.copyOf(toRedis);
  }

  /** The lines between gateway and services. */
  public List<Line> toServices() {
    return replicas.stream().map(Replica::line).toList();
  }

  /** All lines are well again; connections that died stay dead. */
  public void clearLines() {
    lines.clear();
  }

  /** Processes that ended although nobody ended them. */
  public List<String> deaths() {
    return system.deaths();
  }

  public Path logs() {
    return system.logs();
  }

  @Override
  public void close() {
    try (lines;
        redis;
        system;
        endpoints) {
      replicas.forEach(Stand::thaw);
    }
  }

  private void watch(Replica replica) {
    endpoints.watch(
        replica.process().port(),
        replica.line().port(),
        Objects.requireNonNull(served.get(replica.service())));
  }

  private static void thaw(Replica replica) {
    try {
      replica.process().thaw();
    } catch (IllegalStateException e) {
      // It does not run: it was killed, or has ended by itself.
    }
  }

  private RedisClusterProcesses startRedis() {
    try {
      Plan.redisLines().forEach(port -> toRedis.add(lines.open(port)));
      return RedisClusterProcesses.startBehind(
          Plan.redisLines(), (node, port) -> toRedis.get(node).leadTo(port));
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  private LocalOptions options(Path home, Path run, Path registry) {
    var options =
        LocalOptions.at(home)
            .withPort(Plan.GATEWAY)
            .withRun(run)
            .withRegistry(registry)
            .withoutRedis();
    for (var service : Plan.SERVICES) {
      for (var setting : settings().entrySet()) {
        options = options.withSetting(service, setting.getKey(), setting.getValue());
      }
      var ports = List.of(Plan.line(service, 0), Plan.line(service, 1));
      served.put(service, Replicas.at(ports));
      options = options.withReplicas(service, served.get(service));
    }
    return options;
  }

  private static Map<String, String> settings() {
    var database = "postgresql://127.0.0.1:" + Plan.DATABASE_LINE + "/latchkey";
    return Map.of(
        "QUARKUS_REDIS_HOSTS",
        Plan.redisLines().stream()
            .map(port -> "redis://127.0.0.1:" + port)
            .collect(Collectors.joining(",")),
        "QUARKUS_REDIS_CLIENT_TYPE",
        "cluster",
        "LATCHKEY_REDIS_REPLICAS",
        "1",
        "QUARKUS_DATASOURCE_REACTIVE_URL",
        database,
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:" + database,
        // On one machine with all the others, nobody is sent away or slowed down for it.
        "LATCHKEY_OVERLOAD_LAG",
        "1h",
        "LATCHKEY_PACE_MOST",
        "1",
        // A few browsers play hundreds of people, and what a fault interrupts counts as a guess.
        "LATCHKEY_GUESSING_CODES_PER_SESSION",
        "10000/10m",
        "LATCHKEY_GUESSING_CODES_PER_ACCOUNT",
        "10000/10m");
  }

  private void startSecondOnes() {
    var second =
        Plan.SERVICES.stream()
            .map(
                service ->
                    CompletableFuture.supplyAsync(
                        () -> system.startAnother(service, Plan.process(service, 1))))
            .toList();
    // Those that start are waited for even if one has failed: nothing starts while all is closed.
    CompletableFuture.allOf(second.toArray(CompletableFuture<?>[]::new)).join();
    for (var i = 0; i < second.size(); i++) {
      var service = Plan.SERVICES.get(i);
      add(service, 0, system.part(service));
      add(service, 1, second.get(i).join());
    }
  }

  private void add(Part service, int replica, ProcessPart process) {
    var line = lines.open(Plan.line(service, replica));
    line.leadTo(process.port());
    replicas.add(new Replica(service, process, line));
  }
}
