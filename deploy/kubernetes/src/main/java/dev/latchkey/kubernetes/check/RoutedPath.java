package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One path of an Ingress or an HTTPRoute.
 *
 * @param below whether it includes the paths below it
 * @param service which of our three it leads to, or what it says if it leads to none
 */
record RoutedPath(HasMetadata route, String path, boolean below, String service) {

  private static final String ANY = "(any)";

  /** What is routed by all of an installation; redirects lead nowhere, and are not among them. */
  static Stream<RoutedPath> of(Installation installation) {
    return Stream.concat(
        installation.all(Ingress.class).flatMap(each -> of(each, installation)),
        installation.all(HTTPRoute.class).flatMap(each -> of(each, installation)));
  }

  boolean isAdministration() {
    return path.equals("/admin") || path.startsWith("/admin/");
  }

  /** As a line of the table. */
  String line() {
    return "%s%s to %s".formatted(path, below ? " and below" : "", service);
  }

  private static Stream<RoutedPath> of(Ingress ingress, Installation installation) {
    var otherwise =
        ingress.getSpec().getDefaultBackend() == null
            ? Stream.<RoutedPath>of()
            : Stream.of(new RoutedPath(ingress, ANY, true, "a default backend"));
    return Stream.concat(
        otherwise,
        ingress.getSpec().getRules().stream()
            .flatMap(rule -> rule.getHttp().getPaths().stream())
            .map(
                path ->
                    new RoutedPath(
                        ingress,
                        path.getPath(),
                        !"Exact".equals(path.getPathType()),
                        service(path.getBackend().getService().getName(), ingress, installation))));
  }

  private static Stream<RoutedPath> of(HTTPRoute route, Installation installation) {
    return route.getSpec().getRules().stream()
        .flatMap(
            rule ->
                rule.getBackendRefs().stream()
                    .flatMap(
                        backend ->
                            (rule.getMatches().isEmpty()
                                ? Stream.of(new RoutedPath(route, ANY, true, backend.getName()))
                                : rule.getMatches().stream()
                                    .map(
                                        match ->
                                            match.getPath() == null
                                                ? new RoutedPath(
                                                    route, ANY, true, backend.getName())
                                                : new RoutedPath(
                                                    route,
                                                    Objects.requireNonNullElse(
                                                        match.getPath().getValue(), "/"),
                                                    !"Exact".equals(match.getPath().getType()),
                                                    service(
                                                        backend.getName(),
                                                        route,
                                                        installation))))));
  }

  private static String service(String name, HasMetadata route, Installation installation) {
    return Backends.find(name, route, installation).orElse(name);
  }

  /** The lines of many. */
  static List<String> lines(Stream<RoutedPath> paths) {
    return paths.map(RoutedPath::line).sorted().toList();
  }
}
