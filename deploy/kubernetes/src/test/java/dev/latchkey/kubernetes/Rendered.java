package dev.latchkey.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.kubernetes.check.Installation;
import dev.latchkey.kubernetes.read.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What {@code kubectl kustomize} makes of the overlays, each once. */
public final class Rendered {

  public static final Path HOME =
      Path.of(System.getProperty("latchkey.home")).toAbsolutePath().normalize();
  public static final Path OVERLAYS = HOME.resolve("deploy/kubernetes/overlays");

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private Rendered() {}

  public static String text(String overlay) {
    return TEXTS.computeIfAbsent(
        overlay, each -> run(kubectl(), "kustomize", OVERLAYS.resolve(each).toString()));
  }

  static Installation of(String overlay) {
    return new Installation(Manifests.read(text(overlay)).manifests());
  }

  public static Installation production() {
    return of("production");
  }

  /** The demo's, drawn anew. */
  public static String secrets() {
    return run("sh", OVERLAYS.resolve("demo/secrets.sh").toString());
  }

  /** The one that is here; without one, this fails and has said what to install. */
  private static String kubectl() {
    return run("sh", HOME.resolve("deploy/kubernetes/find-kubectl.sh").toString()).strip();
  }

  private static String run(String... command) {
    try {
      var builder = new ProcessBuilder(command);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      builder.redirectError(ProcessBuilder.Redirect.INHERIT);
      var process = builder.start();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(List.of(command) + " failed: see above");
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
