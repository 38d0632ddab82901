package dev.latchkey.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All of Latchkey on this machine, on loopback. Its parts can be stopped, killed and started one by
 * one while the others run on.
 */
public final class LocalSystem implements AutoCloseable {

  private final LocalOptions options;
  private final Console console;
  private final Ports ports;
  private final RunFolder folder;
  private final Leftovers leftovers;
  private final Secrets secrets = Secrets.random();
  private final ServiceEnvironment environment;
  private final List<Part> stores;
  private final Map<Part, ProcessPart> parts = new EnumMap<>(Part.class);
  private final List<ServiceProcess> more = new ArrayList<>();
  private final Queue<String> deaths = new ConcurrentLinkedQueue<>();

  private @Nullable Gateway gateway;
  private boolean prepared;
  private boolean closed;

  public LocalSystem(LocalOptions options, Console console) {
    this.options = options;
    this.console = console;
    ports = new Ports(options.port());
    folder = new RunFolder(options.run());
    leftovers = new Leftovers(folder);
    environment = new ServiceEnvironment(ports, options.registry(), secrets);
    stores = options.ownRedis() ? List.of(Part.REDIS, Part.POSTGRES) : List.of(Part.POSTGRES);
    if (options.ownRedis()) {
      parts.put(
          Part.REDIS,
          new RedisStore(
              ports.of(Part.REDIS), options.binaries(), folder, leftovers, this::reportDeath));
    }
    parts.put(
        Part.POSTGRES,
        new PostgresStore(
            ports.of(Part.POSTGRES), options.binaries(), folder, secrets, this::reportDeath));
    for (var service : Part.SERVICES) {
      parts.put(
          service, service(service, service.title(), ports.of(service), options.program(service)));
    }
  }

  /**
   * Starts everything and returns when all of it serves.
   *
   * @throws PartFailure if a port is taken (then nothing was started) or a part does not come up
   *     (then everything is stopped again)
   */
  public LocalSystem start() {
    leftovers
        .launcher()
        .ifPresent(
            running -> {
              throw new PartFailure(
                  "Latchkey already runs on port %d, as process %d. Stop it, or choose another PORT."
                      .formatted(options.port(), running.pid()),
                  null);
            });
    endLeftovers();
    var obstacles = ports.obstacles();
    if (!obstacles.isEmpty()) {
      throw new PartFailure(String.join(System.lineSeparator(), obstacles), null);
    }
    prepare();
    try {
      startAll(stores);
      startAll(Part.SERVICES);
      openGateway();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    return this;
  }

  /** The one origin that devices and browsers use. */
  public URI url() {
    return environment.publicUrl();
  }

  /** A store or a service, to look at, stop, kill, freeze or start again. */
  public ProcessPart part(Part part) {
    var found = parts.get(part);
    if (found == null) {
      throw new IllegalArgumentException(part.title() + " is not a process of this system");
    }
    return found;
  }

  /**
   * Starts another process of a service on the same stores, on {@code port}, with its management
   * interface ten ports further. The gateway passes it over, unless {@link Replicas} name it.
   */
  public ServiceProcess startAnother(Part service, int port) {
    return launch(service, port, options.program(service));
  }

  /**
   * The same from another build: two releases side by side.
   *
   * @param home the folder of the whole project, where that one was built
   */
  public ServiceProcess startAnother(Part service, int port, Path home) {
    var other = LocalOptions.at(home).withJvm(options.jvm());
    var same = options.programs().isEmpty() ? other : other.withExecutables();
    return launch(service, port, same.program(service));
  }

  private ServiceProcess launch(Part service, int port, ServiceProgram program) {
    var another = service(service, service.title() + "-" + port, port, program);
    synchronized (this) {
      more.add(another);
    }
    another.start();
    return another;
  }

  public URI redisUri() {
    return environment.redisUri();
  }

  public String jdbcUrl() {
    return environment.jdbcUrl();
  }

  public String databaseUser() {
    return PostgresStore.USER;
  }

  public String databasePassword() {
    return secrets.databasePassword();
  }

  /** The secrets that this run has made up for itself; no log may hold one. */
  public Set<String> secrets() {
    return secrets.all();
  }

  public Path logs() {
    return folder.logs();
  }

  /** The parts that have ended by themselves so far, once for each time. */
  public List<String> deaths() {
    return List.copyOf(deaths);
  }

  /** Stops everything, services before stores, and removes the data. Closing twice is no error. */
  @Override
  public synchronized void close() {
    if (closed || !prepared) {
      closed = true;
      return;
    }
    closed = true;
    if (gateway != null) {
      gateway.close();
    }
    var services = new ArrayList<ProcessPart>(more);
    Part.SERVICES.forEach(service -> services.add(part(service)));
    inParallel(services, ProcessPart::retire);
    inParallel(stores.stream().map(this::part).toList(), ProcessPart::retire);
    try {
      folder.removeData();
    } catch (IOException e) {
      console.say("Some data could not be removed: " + e.getMessage());
    }
  }

  /** Whether there is, or was, anything to stop. */
  synchronized boolean isStarted() {
    return prepared;
  }

  /** After closing: one sentence for each port that is still listened on. */
  List<String> remains() {
    return ports.obstacles();
  }

  private void endLeftovers() {
    var ended = leftovers.end();
    if (!ended.isEmpty()) {
      console.say("An earlier run was cut off. Ended what it left: " + String.join(", ", ended));
    }
  }

  private synchronized void prepare() {
    if (closed) {
      throw new PartFailure("stopped before anything was started", null);
    }
    folder.prepare();
    prepared = true;
    leftovers.note(Leftovers.LAUNCHER, ProcessHandle.current());
  }

  private void startAll(List<Part> group) {
    inParallel(
        group.stream().map(this::part).toList(),
        part -> {
          var began = System.nanoTime();
          part.start();
          console.ready(part.title(), part.port(), Duration.ofNanos(System.nanoTime() - began));
        });
  }

  private synchronized void openGateway() {
    if (closed) {
      throw new PartFailure("stopped while starting", null);
    }
    var began = System.nanoTime();
    var port = ports.of(Part.GATEWAY);
    gateway = Gateway.open(port, this::replicas);
    console.ready(Part.GATEWAY.title(), port, Duration.ofNanos(System.nanoTime() - began));
  }

  private Replicas replicas(Part service) {
    var named = options.replicas().get(service);
    return named == null ? Replicas.at(List.of(ports.of(service))) : named;
  }

  private ServiceProcess service(Part service, String title, int port, ServiceProgram program) {
    var variables = new HashMap<>(environment.of(service, port));
    variables.putAll(options.settings().getOrDefault(service, Map.of()));
    return new ServiceProcess(
        title, port, program, variables, folder, leftovers, this::reportDeath);
  }

  private void reportDeath(ProcessPart part) {
    deaths.add(part.title());
    console.say(
        "%s has ended by itself. The others run on; Ctrl-C stops them. The end of its log, %s:%n%s"
            .formatted(part.title(), part.log(), part.logTail()));
  }

  private static void inParallel(List<ProcessPart> group, Consumer<ProcessPart> act) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          group.stream()
              .map(part -> CompletableFuture.runAsync(() -> act.accept(part), threads))
              .toArray(CompletableFuture<?>[]::new);
      CompletableFuture.allOf(all).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
