package dev.latchkey.helm;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The chart, and Helm as its users have it. */
record Chart(Path folder) {

  static final Path HOME = Path.of(System.getProperty("latchkey.home")).normalize();
  static final List<String> SERVICES =
      List.of("device-authz-service", "token-service", "verification-ui");

  static final Chart OURS = new Chart(HOME.resolve("deploy/helm/latchkey"));

  /** What the annotations of hooks begin with in {@link #ALL_SHOWN}. */
  static final String HOOK = "latchkey.dev/hook";

  /**
   * The same chart, but its hooks are objects like others: helm-java does not print hooks. Nothing
   * else is different.
   */
  static final Chart ALL_SHOWN = OURS.withoutHooks();

  /** Helm as a library believes in a Kubernetes that is too old for us. */
  private static final String KUBERNETES = "1.31.0";

  private static final String RELEASE = "test";

  Rendered render(Values values) {
    return render(RELEASE, values);
  }

  Rendered render(String release, Values values) {
    return new Rendered(
        new Helm(folder)
            .template()
            .withName(release)
            .withNamespace("latchkey")
            .withKubeVersion(KUBERNETES)
            .withValuesFile(values.file())
            .call());
  }

  /** What Helm says of values that it refuses; empty if it takes them. */
  String refusal(Values values) {
    try {
      render(values);
      return "";
    } catch (IllegalStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** The same chart in another folder, where it may be changed. */
  Chart copy() {
    try (Stream<Path> files = Files.walk(folder)) {
      var to = Files.createTempDirectory(Path.of("target"), "chart");
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = to.resolve(folder.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      return new Chart(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Chart replace(String file, String before, String after) {
    try {
      var path = folder.resolve(file);
      var text = Files.readString(path);
      if (!text.contains(before)) {
        throw new AssertionError(file + " has no " + before);
      }
      Files.writeString(path, text.replace(before, after));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  private Chart withoutHooks() {
    return copy().replace("templates/_schema.tpl", "helm.sh/hook", HOOK);
  }
}
