package dev.latchkey.bench.stand;

import dev.latchkey.bench.proc.ProcessFamily;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A server of ours that does as little as its framework can for one poll. */
final class Baseline implements Server {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

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

  /** Returns when it accepts connections. */
  void startAndWait() {
    start();
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!accepts()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(title + " does not come up; see " + log);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private boolean accepts() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
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
