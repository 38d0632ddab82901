package dev.latchkey.kubernetes.schema;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The container of a pod, as a process of this machine. */
final class PodProcess implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final Path log;
  private final int management;

  private PodProcess(Process process, Path log, int management) {
    this.process = process;
    this.log = log;
    this.management = management;
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
    return new PodProcess(
        process, log, Integer.parseInt(environment.getOrDefault("QUARKUS_MANAGEMENT_PORT", "0")));
  }

  boolean isReady() throws InterruptedException {
    var ready = URI.create("http://127.0.0.1:" + management + "/q/health/ready");
    try {
      var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
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
