package dev.latchkey.kubernetes.make;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** {@code make manifests}: writes every file that is made, below {@code deploy/kubernetes}. */
public final class MakeManifests {

  private static final Path MANIFESTS = Path.of("deploy/kubernetes");

  private MakeManifests() {}

  /**
   * Writes all of it.
   *
   * @param args the folder that everything is in
   */
  public static void main(String[] args) throws IOException {
    var home = Path.of(args[0]);
    for (var file : all(home).entrySet()) {
      var path = home.resolve(file.getKey());
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, file.getValue(), UTF_8);
      System.out.println(file.getKey());
    }
  }

  /**
   * What is made of what is there now.
   *
   * @return the texts by their paths, from home on
   * @throws java.nio.file.NoSuchFileException if a service has not been built
   */
  public static Map<Path, String> all(Path home) throws IOException {
    var files = new TreeMap<Path, String>();
    for (var service : ServiceManifests.SERVICES) {
      files.put(
          MANIFESTS.resolve("base").resolve(service + ".yaml"), ServiceManifests.of(service, home));
    }
    files.put(component("ingress", "ingress.yaml"), IngressManifests.open());
    files.put(component("admin-ingress", "ingress.yaml"), IngressManifests.administration());
    files.put(component("gateway", "route.yaml"), RouteManifests.open());
    files.put(component("admin-gateway", "route.yaml"), RouteManifests.administration());
    files.put(component("monitoring", "rule.yaml"), AlertManifests.of(home));
    files.put(MANIFESTS.resolve("overlays/demo/gateway.conf"), DemoGateway.configuration());
    return files;
  }

  private static Path component(String name, String file) {
    return MANIFESTS.resolve("components").resolve(name).resolve(file);
  }
}
