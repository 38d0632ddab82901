package dev.latchkey.kubernetes.schema;

import dev.latchkey.local.Readiness;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The container of a pod, as a process of this machine. */
final class PodProcess implements AutoCloseable {

  private static final Readiness READINESS = new Readiness(Duration.ofSeconds(2));

  private final Process process;
  private final Path log;
  private final Map<String, String> environment;

  private PodProcess(Process process, Path log, Map<String, String> environment) {
    this.process = process;
    this.log = log;
    this.environment = environment;
  }

  static PodProcess start(Path jar, Map<String, String> environment) throws IOException {
    var log = Files.createTempFile("latchkey-pod-", ".log");
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
    builder.environment().putAll(environment);
    var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new PodProcess(process, log, Map.copyOf(environment));
  }

  boolean isReady() {
    return READINESS.onManagementPort(port("QUARKUS_MANAGEMENT_PORT"));
  }

  /** Where the service itself answers. */
  URI uri() {
    return URI.create("http://127.0.0.1:" + port("QUARKUS_HTTP_PORT"));
  }

  private int port(String variable) {
    return Integer.parseInt(environment.getOrDefault(variable, "0"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String said() throws IOException {
    return Files.readString(log);
  }

  /** As the kubelet does first. */
  void tellToEnd() {
    process.destroy();
  }

  /** With which status it has ended. */
  int end(Duration patience) throws IOException, InterruptedException {
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("does not end:\n" + said());
    }
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(log);
  }
}
