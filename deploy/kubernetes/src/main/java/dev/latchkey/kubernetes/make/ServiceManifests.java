package dev.latchkey.kubernetes.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Quarkus's Kubernetes extension has made of a service while it was built, without what only
 * says by what it was made.
 */
final class ServiceManifests {

  static final List<String> SERVICES = Part.SERVICES.stream().map(Part::title).toList();

  private static final String GENERATED = "target/kubernetes/kubernetes.yml";

  /** By which Quarkus it was built: pods would be replaced for it. */
  private static final String VERSION = "app.quarkus.io/quarkus-version";

  private ServiceManifests() {}

  static String of(String service, Path home) throws IOException {
    var documents = Yaml.read(Files.readString(home.resolve(service).resolve(GENERATED)));
    documents.forEach(
        document -> {
          withoutVersion(document.path("metadata"));
          withoutVersion(document.path("spec").path("template").path("metadata"));
        });
    return Yaml.text(service + "'s build", documents.stream().map(InOrder::of).toList());
  }

  private static void withoutVersion(JsonNode metadata) {
    if (metadata.path("annotations") instanceof ObjectNode annotations) {
      annotations.remove(VERSION);
      if (annotations.isEmpty()) {
        ((ObjectNode) metadata).remove("annotations");
      }
    }
  }
}
