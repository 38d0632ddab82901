package dev.latchkey.local;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How to run a local system.
 *
 * @param home the folder of the whole project, where the services are built
 * @param port the gateway's, from which the others are counted
 * @param registry clients, APIs and accounts
 * @param run where data and logs of this run are kept
 * @param settings more environment variables, by service
 * @param jvm flags of the services' JVMs
 * @param ownRedis whether it has a Redis of its own; otherwise the settings say where Redis is
 * @param replicas where the gateway finds a service; by default in the one process of it
 * @param programs what is run instead of the jar that was built, by service
 */
public record LocalOptions(
    Path home,
    int port,
    Path registry,
    Path run,
    Map<Part, Map<String, String>> settings,
    List<String> jvm,
    boolean ownRedis,
    Map<Part, Replicas> replicas,
    Map<Part, ServiceProgram> programs) {

  public static final int USUAL_PORT = 8080;

  public LocalOptions {
    settings = Map.copyOf(settings);
    jvm = List.copyOf(jvm);
    programs = Map.copyOf(programs);
    replicas = Map.copyOf(replicas);
  }

  /** The demo's registry on the usual port. */
  public static LocalOptions at(Path home) {
    var root = home.toAbsolutePath().normalize();
    var module = root.resolve("deploy/local");
    return new LocalOptions(
        root,
        USUAL_PORT,
        module.resolve("registry.yaml"),
        module.resolve("target/run/" + USUAL_PORT),
        Map.of(),
        JvmFlags.DEMO,
        true,
        Map.of(),
        Map.of());
  }

  /** On another port, with a folder of its own. */
  public LocalOptions withPort(int other) {
    var folder = run.resolveSibling(Integer.toString(other));
    return new LocalOptions(
        home, other, registry, folder, settings, jvm, ownRedis, replicas, programs);
  }

  public LocalOptions withRegistry(Path other) {
    var file = other.toAbsolutePath().normalize();
    return new LocalOptions(home, port, file, run, settings, jvm, ownRedis, replicas, programs);
  }

  public LocalOptions withRun(Path other) {
    var folder = other.toAbsolutePath().normalize();
    return new LocalOptions(
        home, port, registry, folder, settings, jvm, ownRedis, replicas, programs);
  }

  /** Tells one service more, for example {@code QUARKUS_LOG_LEVEL}. */
  public LocalOptions withSetting(Part service, String variable, String value) {
    var all = new EnumMap<Part, Map<String, String>>(Part.class);
    all.putAll(settings);
    var own = new HashMap<>(settings.getOrDefault(service, Map.of()));
    own.put(variable, value);
    all.put(service, Map.copyOf(own));
    return new LocalOptions(home, port, registry, run, all, jvm, ownRedis, replicas, programs);
  }

  /** Other JVM flags than those for a demo, which stop the compiler at its first tier. */
  public LocalOptions withJvm(List<String> flags) {
    return new LocalOptions(
        home, port, registry, run, settings, flags, ownRedis, replicas, programs);
  }

  /** Runs something else as a service. */
  public LocalOptions withProgram(Part service, ServiceProgram program) {
    var all = new EnumMap<Part, ServiceProgram>(Part.class);
    all.putAll(programs);
    all.put(service, program);
    return new LocalOptions(home, port, registry, run, settings, jvm, ownRedis, replicas, all);
  }

  /**
   * Runs the native executables that {@code make native} has built.
   *
   * @throws PartFailure if one is not there
   */
  public LocalOptions withExecutables() {
    var options = this;
    for (var service : Part.values()) {
      if (service.isService()) {
        options = options.withProgram(service, ServiceProgram.builtExecutable(module(service)));
      }
    }
    return options;
  }

  ServiceProgram program(Part service) {
    var other = programs.get(service);
    return other == null ? ServiceProgram.jar(jvm, jar(service)) : other;
  }

  /** With a Redis that somebody else runs. Where it is, the services' settings say. */
  public LocalOptions withoutRedis() {
    return new LocalOptions(home, port, registry, run, settings, jvm, false, replicas, programs);
  }

  /** Has the gateway share a service's requests out. */
  public LocalOptions withReplicas(Part service, Replicas some) {
    var all = new EnumMap<Part, Replicas>(Part.class);
    all.putAll(replicas);
    all.put(service, some);
    return new LocalOptions(home, port, registry, run, settings, jvm, ownRedis, all, programs);
  }

  Path jar(Part service) {
    return module(service).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private Path module(Part service) {
    return home.resolve(service.title());
  }

  /** Where the programs of the stores are unpacked, once for all runs. */
  Path binaries() {
    return home.resolve("deploy/local/target/binaries");
  }
}
