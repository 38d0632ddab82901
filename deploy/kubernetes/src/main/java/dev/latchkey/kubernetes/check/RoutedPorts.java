package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A route leads to a Service that is there, and to a port that it has. */
final class RoutedPorts implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return Stream.concat(
            installation.all(Ingress.class).flatMap(each -> of(each, installation)),
            installation.all(HTTPRoute.class).flatMap(each -> of(each, installation)))
        .distinct();
  }

  private static Stream<String> of(Ingress ingress, Installation installation) {
    return ingress.getSpec().getRules().stream()
        .flatMap(rule -> rule.getHttp().getPaths().stream())
        .map(path -> path.getBackend().getService())
        .flatMap(
            backend -> {
              var wanted = backend.getPort();
              return missing(
                  ingress,
                  backend.getName(),
                  port ->
                      wanted.getName() == null
                          ? port.getPort().equals(wanted.getNumber())
                          : wanted.getName().equals(port.getName()),
                  installation);
            });
  }

  private static Stream<String> of(HTTPRoute route, Installation installation) {
    return route.getSpec().getRules().stream()
        .flatMap(rule -> rule.getBackendRefs().stream())
        .flatMap(
            backend ->
                missing(
                    route,
                    backend.getName(),
                    port -> port.getPort().equals(backend.getPort()),
                    installation));
  }

  private static Stream<String> missing(
      HasMetadata route, String service, Predicate<ServicePort> wanted, Installation all) {
    return all.find(Service.class, route, service).stream()
            .flatMap(each -> each.getSpec().getPorts().stream())
            .anyMatch(wanted)
        ? Stream.of()
        : Stream.of("%s: %s has no such port".formatted(Installation.name(route), service));
  }
}
