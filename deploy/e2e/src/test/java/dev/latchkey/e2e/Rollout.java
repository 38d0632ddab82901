package dev.latchkey.e2e;

import static org.awaitility.Awaitility.await;

import dev.latchkey.local.Console;
import dev.latchkey.local.Endpoints;
import dev.latchkey.local.LocalOptions;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ReadinessProbe;
import dev.latchkey.local.Replicas;
import dev.latchkey.local.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A system of its own whose replicas are replaced as a Deployment does it: a new one is started,
 * and when it is ready an old one is told to end. There are two of token-service, and one of each
 * of the others, so that this machine is done sooner.
 */
final class Rollout implements AutoCloseable {

  /** Away from the system of the other tests, which still runs. */
  private static final int PORT = 18800;

  private static final int SECOND = 30;
  private static final int THIRD = 50;
  private static final int FOURTH = 70;

  private static final List<Part> SERVICES = Part.SERVICES;

  private static final Path REGISTRY = Path.of("src/test/resources/rolling-registry.yaml");

  /** Longer than the gateway needs to know, and than the interval of a device. */
  private static final Map<String, String> SETTINGS =
      Map.of("QUARKUS_SHUTDOWN_DELAY", "3S", "LATCHKEY_OVERLOAD_LAG", "1h");

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ReadinessProbe PROBE =
      new ReadinessProbe(Duration.ofMillis(100), PATIENCE, 1);
  private static final Duration UNTIL_THE_GATEWAY_KNOWS = Duration.ofMillis(500);

  private final Path next;
  private final Map<Part, Replicas> replicas = new EnumMap<>(Part.class);
  private final Endpoints endpoints = new Endpoints(PROBE, UNTIL_THE_GATEWAY_KNOWS);
  private final LocalSystem system;
  private final ServiceProcess second;

  /**
   * Starts the replicas that are to be replaced.
   *
   * @param from where the release before was built, the folder of the whole project
   * @param next likewise of the one that replaces it
   */
  Rollout(Path from, Path next) {
    this.next = next;
    system = new LocalSystem(options(from), Console.standard());
    try {
      system.start();
      second = system.startAnother(Part.TOKEN, port(Part.TOKEN, SECOND));
      SERVICES.forEach(service -> admit(service, first(service)));
      admit(Part.TOKEN, second);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What devices and people use. */
  URI url() {
    return system.url();
  }

  /** The replica of token-service that is told to end first. */
  ServiceProcess firstTokenService() {
    return first(Part.TOKEN);
  }

  URI redisUri() {
    return system.redisUri();
  }

  /**
   * Replaces all; returns when the old ones are gone.
   *
   * @param beforeTheFirstEnds run when the first new ones serve
   */
  void replaceAll(Runnable beforeTheFirstEnds) {
    inParallel(service -> start(service, THIRD));
    beforeTheFirstEnds.run();
    inParallel(service -> first(service).stop());
    start(Part.TOKEN, FOURTH);
    second.stop();
  }

  /** The logs of those that were replaced. */
  List<Path> replaced() {
    return Stream.concat(SERVICES.stream().map(this::first), Stream.of(second))
        .map(ServiceProcess::log)
        .toList();
  }

  private LocalOptions options(Path home) {
    var options =
        LocalOptions.at(home)
            .withPort(PORT)
            .withRun(Path.of("target/rolling").toAbsolutePath())
            .withRegistry(REGISTRY);
    if (Boolean.getBoolean("latchkey.executables")) {
      options = options.withExecutables();
    }
    for (var service : SERVICES) {
      var ports = IntStream.of(0, SECOND, THIRD, FOURTH).mapToObj(of -> port(service, of)).toList();
      var all = Replicas.at(ports);
      ports.forEach(port -> all.mark(port, false));
      replicas.put(service, all);
      options = options.withReplicas(service, all);
      for (var setting : SETTINGS.entrySet()) {
        options = options.withSetting(service, setting.getKey(), setting.getValue());
      }
    }
    return options;
  }

  private static int port(Part service, int of) {
    return PORT + of + 1 + SERVICES.indexOf(service);
  }

  private ServiceProcess first(Part service) {
    return (ServiceProcess) system.part(service);
  }

  private void start(Part service, int of) {
    admit(service, system.startAnother(service, port(service, of), next));
  }

  private void admit(Part service, ServiceProcess replica) {
    var port = replica.port();
    endpoints.watch(port, port, Objects.requireNonNull(replicas.get(service)));
    await().atMost(PATIENCE).until(() -> endpoints.areTold(port));
  }

  private static void inParallel(Consumer<Part> act) {
    CompletableFuture.allOf(
            SERVICES.stream()
                .map(service -> CompletableFuture.runAsync(() -> act.accept(service)))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  @Override
  public void close() {
    endpoints.close();
    system.close();
  }
}
