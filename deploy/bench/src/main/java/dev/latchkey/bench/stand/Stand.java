package dev.latchkey.bench.stand;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.bench.bare.BareServer;
import dev.latchkey.bench.load.LoadProcess;
import dev.latchkey.bench.proc.ProcessFamily;
import dev.latchkey.local.AotCache;
import dev.latchkey.local.Console;
import dev.latchkey.local.LocalOptions;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything that runs during a measurement. Its ports are counted as `make up` counts them. */
public final class Stand implements AutoCloseable {

  private static final int BARE_VERTX = 31;
  private static final int BARE_REST = 32;
  private static final List<String> SENDER =
      List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx2g", "-Xmn384m");

  /** What a request costs is measured at the limit, where pods would send some away. */
  private static final Map<String, String> UNLIMITED =
      Map.of("LATCHKEY_OVERLOAD_LAG", "1h", "LATCHKEY_PACE_MOST", "1");

  private static final String QUARKUS = "io.quarkus.quarkus-core-";

  private final Path home;
  private final int port;
  private final Jvm jvm;
  private final LocalSystem system;
  private final Map<Part, AotCache> caches = new EnumMap<>(Part.class);
  private final List<AutoCloseable> opened = new ArrayList<>();

  /**
   * Prepares; nothing runs yet.
   *
   * @param home the folder of the whole project
   * @param flags of every JVM that is measured
   */
  public Stand(Path home, int port, List<String> flags) {
    this.home = home;
    this.port = port;
    this.jvm = new Jvm(flags);
    var options =
        LocalOptions.at(home)
            .withPort(port)
            .withRegistry(module().resolve("registry.yaml"))
            .withRun(module().resolve("target/run"))
            .withJvm(flags);
    for (var part : Part.SERVICES) {
      var cache = new AotCache(module().resolve("target/run/aot"), part.title());
      caches.put(part, cache);
      options = options.withSetting(part, AotCache.VARIABLE, cache.value());
      for (var setting : UNLIMITED.entrySet()) {
        options = options.withSetting(part, setting.getKey(), setting.getValue());
      }
    }
    system = new LocalSystem(options, Console.standard());
  }

  /** Starts stores and services, and returns when they serve. */
  public void start() {
    system.start();
  }

  /**
   * Starts a service anew with a cache of what it loads and does, as its image has one.
   *
   * @param work what to learn from
   */
  public void train(Part part, Runnable work) {
    Objects.requireNonNull(caches.get(part), "no service").make(system.part(part), work);
  }

  /** The services, and the baselines, which are started on the same Redis. */
  public Servers servers(RedisAccess redis) {
    var script = script(redis);
    return new Servers(
        service(Part.TOKEN),
        service(Part.DEVICE_AUTHZ),
        service(Part.VERIFICATION_UI),
        bareRest(script),
        bareVertx(script));
  }

  private Server service(Part part) {
    return new LocalServer(system.part(part));
  }

  public ProcessFamily store(Part part) {
    return new ProcessFamily(system.part(part).process());
  }

  /** Vert.x alone. */
  private Server bareVertx(String script) {
    var command = new ArrayList<>(jvm.vertx(module()));
    command.addAll(
        List.of(
            BareServer.class.getName(),
            Integer.toString(port + BARE_VERTX),
            system.redisUri().toString(),
            script));
    return started(
        new Baseline("bare Vert.x", port + BARE_VERTX, command, Map.of(), log("bare-vertx")));
  }

  /** Quarkus with nothing but a resource. */
  private Server bareRest(String script) {
    var jar = home.resolve("deploy/bench-rest/target/quarkus-app/quarkus-run.jar");
    var environment =
        Map.of(
            "QUARKUS_HTTP_HOST",
            "127.0.0.1",
            "QUARKUS_HTTP_PORT",
            Integer.toString(port + BARE_REST),
            "QUARKUS_REDIS_HOSTS",
            system.redisUri().toString(),
            "BENCH_SCRIPT",
            script);
    return started(
        new Baseline(
            "bare quarkus-rest", port + BARE_REST, jvm.jar(jar), environment, log("bare-rest")));
  }

  /** The SHA-1 of the baselines' script, which Redis now has. */
  private static String script(RedisAccess redis) {
    try (var in = Stand.class.getResourceAsStream("/dev/latchkey/bench/bare.lua")) {
      if (in == null) {
        throw new IllegalStateException("no bare.lua: a broken build");
      }
      return redis.load(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public LoadProcess load() {
    try {
      return opened(LoadProcess.start(new Jvm(SENDER).vertx(module()), log("load")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the load process", e);
    }
  }

  /** The version of Quarkus that the services are built with. */
  public String quarkus() {
    var libraries = home.resolve("token-service/target/quarkus-app/lib/main");
    try (var found = Files.newDirectoryStream(libraries, QUARKUS + "*.jar")) {
      var jar = found.iterator().next().getFileName().toString();
      return jar.substring(QUARKUS.length(), jar.length() - ".jar".length());
    } catch (IOException e) {
      throw new UncheckedIOException("build it with `make bench`", e);
    }
  }

  public RedisAccess redis() {
    return opened(new RedisAccess(system.redisUri()));
  }

  public Database database() {
    return Database.of(system);
  }

  /** Where values are kept between orders. */
  public Path scratch() {
    try {
      return Files.createDirectories(module().resolve("target/run/scratch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all of it, in the opposite order. Closing twice is no error. */
  @Override
  public synchronized void close() {
    for (var each : opened.reversed()) {
      try {
        each.close();
      } catch (Exception e) {
        System.err.println("could not end " + each + ": " + e);
      }
    }
    opened.clear();
    system.close();
  }

  private Server started(Baseline baseline) {
    opened(baseline::stop);
    baseline.startAndWait();
    return baseline;
  }

  private synchronized <T extends AutoCloseable> T opened(T part) {
    opened.add(part);
    return part;
  }

  private Path log(String name) {
    return system.logs().resolve(name + ".log");
  }

  private Path module() {
    return home.resolve("deploy/bench");
  }
}
