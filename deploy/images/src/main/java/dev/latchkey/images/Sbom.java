package dev.latchkey.images;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** A list of the libraries in an image, in the form of CycloneDX. */
record Sbom(Path file) {

  /**
   * Compares the list with the jars, which Quarkus has collected in its own way: some of its
   * libraries bring others along that Maven does not know of.
   *
   * @throws IllegalStateException if a jar is not in the list
   */
  void mustName(Path libraries) throws IOException {
    var named = named();
    try (var walk = Files.walk(libraries)) {
      var missing =
          walk.map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".jar"))
              .filter(name -> named.stream().noneMatch(library -> isOf(library, name)))
              .toList();
      if (!missing.isEmpty()) {
        throw new IllegalStateException(
            "%s does not name %s: make them dependencies".formatted(file, missing));
      }
    }
  }

  /** Behind the version there may be a classifier, and not the rest of another version. */
  private static boolean isOf(String library, String jar) {
    return jar.equals(library + ".jar") || jar.startsWith(library + "-");
  }

  /** As Quarkus names files: group, name and version. */
  private List<String> named() throws IOException {
    var named = new TreeSet<String>();
    for (var each : new JsonObject(Files.readString(file)).getJsonArray("components")) {
      var component = (JsonObject) each;
      named.add(
          "%s.%s-%s"
              .formatted(
                  component.getString("group"),
                  component.getString("name"),
                  component.getString("version")));
    }
    return List.copyOf(named);
  }
}
