package dev.latchkey.helm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is given out is the whole chart, and the chart alone. */
class PackageTest {

  private static final int BLOCK = 512;

  @Test
  void holdsWhatAnInstallationNeeds(@TempDir Path folder) throws IOException {
    // Given
    var chart = new Helm(Chart.OURS.folder());

    // When
    chart.packageIt().withDestination(folder).call();

    // Then
    var version = System.getProperty("latchkey.version");
    var files = untar(folder.resolve("latchkey-%s.tgz".formatted(version)));
    assertThat(files.keySet())
        .contains(
            "latchkey/Chart.yaml",
            "latchkey/README.md",
            "latchkey/values.yaml",
            "latchkey/values.schema.json",
            "latchkey/files/settings.yaml",
            "latchkey/templates/NOTES.txt")
        .noneMatch(name -> name.contains("/examples/") || name.contains("/."));
    assertThat(templates(files)).isEqualTo(templates());
    assertThat(files.get("latchkey/Chart.yaml")).contains("appVersion: " + version);
  }

  @Test
  void hasTheAlertsOfPrometheus() throws IOException {
    // Given
    var alerts =
        Files.readString(Chart.HOME.resolve("deploy/observability/prometheus-alerts.yaml"));

    // When
    var copy = Chart.OURS.read("files/prometheus-alerts.yaml");

    // Then
    assertThat(copy)
        .as("copy deploy/observability/prometheus-alerts.yaml to deploy/helm/latchkey/files/")
        .isEqualTo(alerts);
  }

  private static List<String> templates(Map<String, String> files) {
    return files.keySet().stream()
        .filter(name -> name.startsWith("latchkey/templates/"))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  private static List<String> templates() throws IOException {
    var names = new ArrayList<String>();
    try (var files = Files.list(Chart.OURS.folder().resolve("templates"))) {
      files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
    }
    return names;
  }

  /** The files of a tar, by name. */
  private static Map<String, String> untar(Path archive) throws IOException {
    byte[] bytes;
    try (var in = new GZIPInputStream(Files.newInputStream(archive))) {
      bytes = in.readAllBytes();
    }
    var files = new HashMap<String, String>();
    for (int at = 0; at + BLOCK <= bytes.length && bytes[at] != 0; ) {
      var size = Integer.parseInt(text(bytes, at + 124, 12).strip(), 8);
      files.put(text(bytes, at, 100), new String(bytes, at + BLOCK, size, UTF_8));
      at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    return files;
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, UTF_8).replaceAll("\0.*", "");
  }
}
