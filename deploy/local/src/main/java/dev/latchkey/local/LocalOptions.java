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
 */
public record LocalOptions(
    Path home,
    int port,
    Path registry,
    Path run,
    Map<Part, Map<String, String>> settings,
    List<String> jvm) {

  public static final int USUAL_PORT = 8080;

  public LocalOptions {
    settings = Map.copyOf(settings);
    jvm = List.copyOf(jvm);
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
        JvmFlags.DEMO);
  }

  /** On another port, with a folder of its own. */
  public LocalOptions withPort(int other) {
    var folder = run.resolveSibling(Integer.toString(other));
    return new LocalOptions(home, other, registry, folder, settings, jvm);
  }

  public LocalOptions withRegistry(Path other) {
    return new LocalOptions(home, port, other.toAbsolutePath().normalize(), run, settings, jvm);
  }

  public LocalOptions withRun(Path other) {
    return new LocalOptions(
        home, port, registry, other.toAbsolutePath().normalize(), settings, jvm);
  }

  /** Tells one service more, for example {@code QUARKUS_LOG_LEVEL}. */
  public LocalOptions withSetting(Part service, String variable, String value) {
    var all = new EnumMap<Part, Map<String, String>>(Part.class);
    all.putAll(settings);
    var own = new HashMap<>(settings.getOrDefault(service, Map.of()));
    own.put(variable, value);
    all.put(service, Map.copyOf(own));
    return new LocalOptions(home, port, registry, run, all, jvm);
  }

  /** Other JVM flags than those for a demo, which stop the compiler at its first tier. */
  public LocalOptions withJvm(List<String> flags) {
    return new LocalOptions(home, port, registry, run, settings, flags);
  }

  Path jar(Part service) {
    return home.resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** Where the programs of the stores are unpacked, once for all runs. */
  Path binaries() {
    return home.resolve("deploy/local/target/binaries");
  }
}
