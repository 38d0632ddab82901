package dev.latchkey.kubernetes.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The alerts, as the Prometheus operator takes them. */
final class AlertManifests {

  private static final Path ALERTS = Path.of("deploy/observability/prometheus-alerts.yaml");

  private AlertManifests() {}

  static String of(Path home) throws IOException {
    var alerts = Yaml.read(Files.readString(home.resolve(ALERTS))).getFirst();
    return Yaml.text(
        ALERTS.toString(),
        List.of(
            Yaml.map(
                "apiVersion",
                "monitoring.coreos.com/v1",
                "kind",
                "PrometheusRule",
                "metadata",
                Yaml.map("name", "latchkey"),
                "spec",
                alerts)));
  }
}
