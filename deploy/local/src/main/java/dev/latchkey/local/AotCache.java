package dev.latchkey.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The classes of a service, made ready for its next start (JEP 483), as an image has them. */
public final class AotCache {

  /** By it, the launcher takes arguments from a file, at each start anew. */
  public static final String VARIABLE = "JDK_JAVA_OPTIONS";

  private static final int MINUTES_TO_MAKE = 3;

  private final Path arguments;
  private final Path record;
  private final Path cache;

  /** Of no use yet. */
  public AotCache(Path folder, String service) {
    arguments = folder.resolve(service + ".jvm");
    record = folder.resolve(service + ".aotconf");
    cache = folder.resolve(service + ".aot");
    next("");
  }

  /** What {@link #VARIABLE} is to be in the service's environment. */
  public String value() {
    return "@" + arguments;
  }

  /** Where it is, once it is made. */
  public Path file() {
    return cache;
  }

  /** Starts the service again, to see what it loads and does, and a third time with the cache. */
  public void make(ProcessPart service, Runnable work) {
    service.stop();
    next(
        String.join(" ", JvmFlags.TRAINING) + " -XX:AOTMode=record -XX:AOTConfiguration=" + record);
    service.start();
    work.run();
    var command = command(service);
    end(service);
    assemble(command, service.log());
    next("-XX:AOTCache=" + cache);
    service.start();
  }

  /** As it ends, it writes down what it has seen: for longer than an operator would wait. */
  private static void end(ProcessPart service) {
    var process = service.process();
    process.destroy();
    try {
      process.onExit().get(MINUTES_TO_MAKE, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(service.title() + " does not end", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    service.stop();
  }

  private List<String> command(ProcessPart service) {
    var info = service.process().info();
    var command = new ArrayList<String>();
    command.add(info.command().orElseThrow());
    command.addAll(JvmFlags.TRAINING);
    command.addAll(
        List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + record, "-XX:AOTCache=" + cache));
    command.addAll(List.of(info.arguments().orElseThrow()));
    return command;
  }

  private static void assemble(List<String> command, Path log) {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start();
      if (!process.waitFor(MINUTES_TO_MAKE, TimeUnit.MINUTES) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException("no AOT cache was made; see " + log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void next(String words) {
    try {
      Files.createDirectories(arguments.getParent());
      Files.writeString(arguments, words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
