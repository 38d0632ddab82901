package dev.latchkey.helm;

import dev.latchkey.kubernetes.check.Checks;
import dev.latchkey.kubernetes.check.Installation;
import dev.latchkey.kubernetes.read.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Helm makes of the chart. */
record Rendered(String yaml) {

  List<String> violations() {
    return Checks.violations(yaml);
  }

  <T extends HasMetadata> Stream<T> all(Class<T> kind) {
    return new Installation(Manifests.read(yaml).manifests()).all(kind);
  }

  /** The one whose name ends so. */
  <T extends HasMetadata> T one(Class<T> kind, String end) {
    var found = all(kind).filter(each -> each.getMetadata().getName().endsWith(end)).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          "%d of %s end with %s".formatted(found.size(), kind.getSimpleName(), end));
    }
    return found.getFirst();
  }

  Container container(String service) {
    return one(Deployment.class, "-" + service)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst();
  }

  /** The settings of a service that stand in its ConfigMap. */
  Map<String, String> settings(String service) {
    return properties(one(ConfigMap.class, "-" + service + "-settings"));
  }

  static Map<String, String> properties(ConfigMap map) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(map.getData().get("application.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}
