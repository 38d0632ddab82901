package dev.latchkey.bench.stand;

import dev.latchkey.bench.proc.ProcessFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server of ours that does as little as its framework can for one poll. */
final class Baseline implements Server {

  private final String title;
  private final int port;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;

  private @Nullable Process process;

  Baseline(
      String title, int port, List<String> command, Map<String, String> environment, Path log) {
    this.title = title;
    this.port = port;
    this.command = command;
    this.environment = environment;
    this.log = log;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public synchronized ProcessFamily process() {
    if (process == null) {
      throw new IllegalStateException(title + " does not run");
    }
    return new ProcessFamily(process.toHandle());
  }

  @Override
  public synchronized void start() {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      process = builder.redirectOutput(Redirect.appendTo(log.toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + title, e);
    }
  }

  @Override
  public synchronized void stop() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
      process = null;
    }
  }
}
