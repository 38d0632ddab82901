package dev.latchkey.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code make up}: runs a {@link LocalSystem} until Ctrl-C. */
public final class Up {

  private Up() {}

  /**
   * Runs until the process is told to stop.
   *
   * @param args the project's folder, the port, and the registry file or nothing for the demo's
   */
  public static void main(String[] args) throws InterruptedException {
    var began = System.nanoTime();
    var console = Console.standard();
    try {
      var options = options(args);
      var system = new LocalSystem(options, console);
      var stopping = stopAtExit(system, console);
      console.say("Starting Latchkey. Logs are in " + system.logs());
      try {
        system.start();
      } catch (PartFailure e) {
        if (!stopping.get()) {
          throw e;
        }
      }
      console.say(NextSteps.of(options, system, Duration.ofNanos(System.nanoTime() - began)));
    } catch (PartFailure | IllegalArgumentException e) {
      console.say(System.lineSeparator() + "Latchkey did not start.");
      console.say(String.valueOf(e.getMessage()));
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  private static LocalOptions options(String[] args) {
    var options = LocalOptions.at(Path.of(args[0])).withPort(port(args[1]));
    if (args.length > 2 && !args[2].isBlank()) {
      options = options.withRegistry(Path.of(args[2]));
    }
    if (!Files.isReadable(options.registry())) {
      throw new IllegalArgumentException("cannot read REGISTRY " + options.registry());
    }
    return options;
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("PORT must be a number, not " + text, e);
    }
  }

  private static AtomicBoolean stopAtExit(LocalSystem system, Console console) {
    var stopping = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopping.set(true);
                  stop(system, console);
                },
                "stop"));
    return stopping;
  }

  private static void stop(LocalSystem system, Console console) {
    if (!system.isStarted()) {
      return;
    }
    var began = System.nanoTime();
    console.say(System.lineSeparator() + "Stopping.");
    system.close();
    var remains = system.remains();
    console.say(
        remains.isEmpty()
            ? "Stopped in %s. No process and no port is left."
                .formatted(Console.seconds(Duration.ofNanos(System.nanoTime() - began)))
            : String.join(System.lineSeparator(), remains));
  }
}
