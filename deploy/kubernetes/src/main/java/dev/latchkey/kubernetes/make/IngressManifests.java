package dev.latchkey.kubernetes.make;

import dev.latchkey.kubernetes.check.AdminPaths;
import dev.latchkey.local.RouteTable;
import java.util.List;
import java.util.Map;

/** An Ingress for the public origin, and one of its own for administration. */
final class IngressManifests {

  private IngressManifests() {}

  static String open() {
    return Yaml.text(
        "the table of public paths",
        List.of(
            ingress(
                "latchkey",
                "latchkey.example.com",
                RouteTable.routes().stream()
                    .map(route -> path(route.path(), route.below(), route.service().title()))
                    .toList())));
  }

  static String administration() {
    return Yaml.text(
        "the table of administration's paths",
        List.of(
            ingress(
                "latchkey-admin",
                "latchkey-admin.example.internal",
                AdminPaths.sorted()
                    .map(each -> path(each.getKey(), true, each.getValue().title()))
                    .toList())));
  }

  private static Map<String, Object> ingress(String name, String host, List<?> paths) {
    return Yaml.map(
        "apiVersion",
        "networking.k8s.io/v1",
        "kind",
        "Ingress",
        "metadata",
        Yaml.map("name", name),
        "spec",
        Yaml.map(
            "tls", List.of(Yaml.map("hosts", List.of(host), "secretName", name + "-tls")),
            "rules", List.of(Yaml.map("host", host, "http", Yaml.map("paths", paths)))));
  }

  private static Map<String, Object> path(String path, boolean below, String service) {
    return Yaml.map(
        "path",
        path,
        "pathType",
        below ? "Prefix" : "Exact",
        "backend",
        Yaml.map("service", Yaml.map("name", service, "port", Yaml.map("name", "http"))));
  }
}
