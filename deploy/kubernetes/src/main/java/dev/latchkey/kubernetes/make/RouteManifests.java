package dev.latchkey.kubernetes.make;

import dev.latchkey.kubernetes.check.AdminPaths;
import dev.latchkey.local.Part;
import dev.latchkey.local.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The same for the Gateway API. A rule has at most eight matches. What leads to token-service has
 * more time than a held poll takes: left to themselves, many gateways answer it with a 504.
 */
final class RouteManifests {

  private static final int MOST_MATCHES = 8;
  private static final int HTTP = 80;

  /** A held poll lasts 30 s. */
  private static final Map<String, Object> TIMEOUTS = Yaml.map("request", "60s");

  private RouteManifests() {}

  static String open() {
    var root =
        Yaml.map(
            "matches", List.of(match("/", false)),
            "filters",
                List.of(
                    Yaml.map(
                        "type",
                        "RequestRedirect",
                        "requestRedirect",
                        Yaml.map(
                            "path",
                            Yaml.map("type", "ReplaceFullPath", "replaceFullPath", "/device"),
                            "statusCode",
                            302))));
    var rules =
        rules(
            RouteTable.routes().stream(),
            route -> route.service().title(),
            route -> match(route.path(), route.below()));
    return Yaml.text(
        "the table of public paths",
        List.of(
            route(
                "latchkey",
                "latchkey.example.com",
                Stream.concat(Stream.of(root), rules).toList())));
  }

  static String administration() {
    var rules =
        rules(
            AdminPaths.sorted(),
            path -> path.getValue().title(),
            path -> match(path.getKey(), true));
    return Yaml.text(
        "the table of administration's paths",
        List.of(route("latchkey-admin", "latchkey-admin.example.internal", rules.toList())));
  }

  private static Map<String, Object> route(String name, String host, List<?> rules) {
    return Yaml.map(
        "apiVersion",
        "gateway.networking.k8s.io/v1",
        "kind",
        "HTTPRoute",
        "metadata",
        Yaml.map("name", name),
        "spec",
        Yaml.map(
            "parentRefs", List.of(Yaml.map("name", name)),
            "hostnames", List.of(host),
            "rules", rules));
  }

  /** Those of one service together, by its name. */
  private static <T> Stream<Map<String, Object>> rules(
      Stream<T> paths, Function<T, String> service, Function<T, Map<String, Object>> match) {
    return paths
        .collect(
            Collectors.groupingBy(
                service, TreeMap::new, Collectors.mapping(match, Collectors.toList())))
        .entrySet()
        .stream()
        .flatMap(each -> rules(each.getKey(), each.getValue()));
  }

  private static Stream<Map<String, Object>> rules(String service, List<?> matches) {
    return IntStream.iterate(0, from -> from < matches.size(), from -> from + MOST_MATCHES)
        .mapToObj(from -> matches.subList(from, Math.min(from + MOST_MATCHES, matches.size())))
        .map(some -> rule(service, some));
  }

  private static Map<String, Object> rule(String service, List<?> matches) {
    var rule = Yaml.map("matches", matches);
    if (service.equals(Part.TOKEN.title())) {
      rule.put("timeouts", TIMEOUTS);
    }
    rule.put("backendRefs", List.of(Yaml.map("name", service, "port", HTTP)));
    return rule;
  }

  private static Map<String, Object> match(String path, boolean below) {
    return Yaml.map("path", Yaml.map("type", below ? "PathPrefix" : "Exact", "value", path));
  }
}
