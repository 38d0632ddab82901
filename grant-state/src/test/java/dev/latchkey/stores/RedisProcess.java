package dev.latchkey.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisExecProvider;

/**
 * A real redis-server on a port of its own, without persistence, that a test can freeze, thaw, kill
 * and start again. It does not outlive the JVM.
 */
public final class RedisProcess implements RedisStore, AutoCloseable {

  private static final Path EXECUTABLE = executable();
  private static final String CONFIGURATION = "redis.conf";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final int port;
  private final int tlsPort;
  private final List<String> command;
  private final Path folder;
  private Process process;

  private RedisProcess(String configuration, List<String> options) {
    try {
      port = FreePort.pick();
      tlsPort = FreePort.pick();
      folder = Files.createTempDirectory("latchkey-redis-");
      Files.writeString(folder.resolve(CONFIGURATION), configuration);
      command =
          new ArrayList<>(
              List.of(
                  EXECUTABLE.toString(),
                  CONFIGURATION,
                  "--bind",
                  "127.0.0.1",
                  "--port",
                  Integer.toString(port),
                  "--save",
                  "",
                  "--appendonly",
                  "no"));
      command.addAll(options);
      if (options.contains("--tls-cert-file")) {
        command.addAll(List.of("--tls-port", Integer.toString(tlsPort)));
      }
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Starts a server and waits until it answers. */
  public static RedisProcess start() {
    return start(List.of());
  }

  /**
   * Starts a server with further options, each as on its command line. One that has a certificate
   * also has a port for TLS.
   */
  public static RedisProcess start(List<String> options) {
    return start("", options);
  }

  /** The same with a configuration file, which it may write to. */
  static RedisProcess start(String configuration, List<String> options) {
    var redis = new RedisProcess(configuration, options);
    redis.awaitAnswer();
    return redis;
  }

  public int port() {
    return port;
  }

  public int tlsPort() {
    return tlsPort;
  }

  /** For {@code quarkus.redis.hosts}. */
  public URI uri() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  /** The same with TLS. */
  public URI tlsUri() {
    return URI.create("rediss://127.0.0.1:" + tlsPort);
  }

  /** From now on the server holds its connections and answers nothing. */
  public void freeze() {
    ProcessSignal.STOP.send(process.toHandle());
  }

  public void thaw() {
    ProcessSignal.CONT.send(process.toHandle());
  }

  /** Ends the server at once, as a crash would; what it held is lost. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("redis-server does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts an empty server on the port of this one. */
  public void restart() {
    kill();
    revive();
  }

  /** Starts the server again if it was killed. */
  public void revive() {
    if (process.isAlive()) {
      return;
    }
    try {
      process = launch();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer();
  }

  @Override
  public @Nullable Object execute(String... command) {
    return RedisSocket.ask(port, command);
  }

  @Override
  public RedisSubscription subscribe(String channel) {
    return new RedisSubscription(port, channel);
  }

  @Override
  public void close() {
    kill();
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // Closed before, or the system's to clean up.
    }
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("redis.log").toFile())
        .start();
  }

  private void awaitAnswer() {
    Awaitility.await("redis-server on port " + port)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(10))
        .ignoreExceptions()
        .until(() -> Objects.equals(execute("PING"), "PONG"));
  }

  /** The library unpacks its server anew at each call; once is enough. */
  private static Path executable() {
    try {
      return RedisExecProvider.defaultProvider().get().toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
