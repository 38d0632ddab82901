package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every route is for hosts that it names, and none of administration's is a public one: whoever
 * reaches the public origin cannot ask for administration there.
 */
final class RoutedHosts implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    var administration =
        RoutedPath.of(installation)
            .filter(RoutedPath::isAdministration)
            .map(RoutedPath::route)
            .toList();
    var routes =
        Stream.<HasMetadata>concat(
                installation.all(Ingress.class), installation.all(HTTPRoute.class))
            .toList();
    return Stream.concat(
        routes.stream().flatMap(RoutedHosts::unnamed),
        routes.stream()
            .map(HasMetadata::getKind)
            .distinct()
            .flatMap(
                kind -> {
                  var ofKind = routes.stream().filter(it -> it.getKind().equals(kind)).toList();
                  return shared(
                      kind,
                      hosts(ofKind.stream().filter(it -> !administration.contains(it))),
                      hosts(ofKind.stream().filter(administration::contains)));
                }));
  }

  private static Stream<String> unnamed(HasMetadata route) {
    var hosts = hosts(route);
    return hosts.isEmpty() || hosts.contains("")
        ? Stream.of(Installation.name(route) + ": is for any host")
        : Stream.of();
  }

  private static Stream<String> shared(String kind, Set<String> open, Set<String> administration) {
    return administration.stream()
        .filter(host -> open.stream().anyMatch(each -> overlap(each, host)))
        .map(host -> "%s: %s is public and administration's".formatted(kind, host));
  }

  private static boolean overlap(String one, String other) {
    return one.equals(other) || includes(one, other) || includes(other, one);
  }

  /** Whether it is of the form {@code *.example.com}, and the other one below that. */
  private static boolean includes(String wildcard, String host) {
    return wildcard.startsWith("*.") && host.endsWith(wildcard.substring(1));
  }

  private static Set<String> hosts(Stream<HasMetadata> routes) {
    return routes.flatMap(route -> hosts(route).stream()).collect(Collectors.toSet());
  }

  /** An empty one for a rule without. */
  private static List<String> hosts(HasMetadata route) {
    return switch (route) {
      case Ingress ingress ->
          ingress.getSpec().getRules().stream()
              .map(rule -> Objects.requireNonNullElse(rule.getHost(), ""))
              .toList();
      case HTTPRoute http -> http.getSpec().getHostnames();
      default -> List.of();
    };
  }
}
