package dev.latchkey.images;

import dev.latchkey.local.AotCache;
import dev.latchkey.local.Console;
import dev.latchkey.local.JvmFlags;
import dev.latchkey.local.LocalOptions;
import dev.latchkey.local.LocalSystem;
import dev.latchkey.local.Part;
import dev.latchkey.local.ServiceProgram;
import dev.latchkey.local.demo.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Puts together what Jib makes images of, into {@code target} of this module. */
public final class Images {

  /** Away from `make up`'s and those of the tests, so that all can run. */
  static final int PORT = 18860;

  /** Its caches hold what a start needs, and the flags of the services are for it. */
  private static final int OLDEST_JDK = 25;

  private static final double MB = 1e6;

  private Images() {}

  /**
   * Links the runtime, stages the services and trains their caches on it.
   *
   * @param args the project's folder
   */
  public static void main(String[] args) throws IOException {
    if (Runtime.version().feature() < OLDEST_JDK) {
      throw new IllegalStateException("images are made by JDK %d or newer".formatted(OLDEST_JDK));
    }
    var home = Path.of(args[0]).toAbsolutePath().normalize();
    var target = home.resolve("deploy/images/target");
    var linked = target.resolve("runtime");
    new FileTree(linked).remove();
    var runtime = JavaRuntime.link(linked);
    new FileTree(runtime.home()).settle();
    var stages = new EnumMap<Part, Stage>(Part.class);
    for (var service : Part.SERVICES) {
      var stage = Stage.of(target.resolve("app"), service);
      stage.fill(home.resolve(service.title()));
      stages.put(service, stage);
    }
    train(home, runtime, stages);
    say("runtime", new FileTree(runtime.home()).bytes());
    for (var stage : stages.values()) {
      say(stage.service().title(), new FileTree(stage.folder()).bytes());
    }
    System.exit(0); // the libraries' threads need not end first
  }

  /** A television signs in, so that the classes of the whole way are in the caches. */
  private static void train(Path home, JavaRuntime runtime, Map<Part, Stage> stages)
      throws IOException {
    var target = home.resolve("deploy/images/target");
    var options =
        LocalOptions.at(home)
            .withPort(PORT)
            .withRun(target.resolve("run"))
            .withJvm(JvmFlags.SERVICE);
    var caches = new EnumMap<Part, AotCache>(Part.class);
    for (var stage : stages.values()) {
      var service = stage.service();
      var cache = new AotCache(target.resolve("aot"), service.title());
      caches.put(service, cache);
      options =
          options
              .withProgram(
                  service, ServiceProgram.jar(runtime.home(), JvmFlags.SERVICE, stage.jar()))
              .withSetting(service, AotCache.VARIABLE, cache.value())
              // As in production.
              .withSetting(service, "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
    }
    try (var system = new LocalSystem(options, Console.standard()).start()) {
      for (var made : caches.entrySet()) {
        made.getValue()
            .make(
                system.part(made.getKey()),
                () -> Demo.run("--approve", "--base", system.url().toString()));
      }
    }
    for (var made : caches.entrySet()) {
      var stage = stages.get(made.getKey());
      if (stage != null) {
        stage.take(made.getValue().file());
      }
    }
  }

  private static void say(String what, long bytes) {
    System.out.println(String.format(Locale.ROOT, "%-22s %,7.1f MB", what, bytes / MB));
  }
}
