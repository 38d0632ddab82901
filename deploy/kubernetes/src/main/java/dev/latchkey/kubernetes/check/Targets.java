package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.Endpoint;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one object says of others is there: nothing selects or names what does not exist. */
final class Targets implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return Stream.of(
            installation.all(Service.class).flatMap(each -> of(each, installation)),
            installation.all(Deployment.class).flatMap(Targets::of),
            installation.all(HorizontalPodAutoscaler.class).flatMap(each -> of(each, installation)),
            installation.all(PodDisruptionBudget.class).flatMap(each -> of(each, installation)),
            installation.all(ServiceMonitor.class).flatMap(each -> of(each, installation)),
            unwatched(installation))
        .flatMap(all -> all);
  }

  private static Stream<String> of(Service service, Installation installation) {
    var meant = Backends.of(service, installation).toList();
    if (meant.isEmpty()) {
      return Stream.of(Installation.name(service) + ": selects no pod");
    }
    if (service.getSpec().getPorts().isEmpty()) {
      return Stream.of(Installation.name(service) + ": has no port");
    }
    return service.getSpec().getPorts().stream()
        .filter(port -> meant.stream().noneMatch(workload -> opens(workload, port)))
        .map(
            port ->
                "%s: no pod has its port %s".formatted(Installation.name(service), port.getName()));
  }

  private static boolean opens(Workload workload, ServicePort port) {
    var target = Objects.requireNonNullElse(port.getTargetPort(), new IntOrString(port.getPort()));
    return workload.port(target).isPresent();
  }

  private static Stream<String> of(Deployment deployment) {
    var selector = deployment.getSpec().getSelector();
    var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
    var name = Installation.name(deployment);
    return Stream.concat(
        Selection.matches(selector, labels)
            ? Stream.of()
            : Stream.of(name + ": does not select its own pods"),
        selector.getMatchLabels().containsKey("app.kubernetes.io/version")
            ? Stream.of(name + ": its selector holds the version, and can never change")
            : Stream.of());
  }

  private static Stream<String> of(HorizontalPodAutoscaler scaler, Installation installation) {
    var target = scaler.getSpec().getScaleTargetRef();
    return "Deployment".equals(target.getKind())
            && installation.find(Deployment.class, scaler, target.getName()).isPresent()
        ? Stream.of()
        : missing(scaler, "Deployment " + target.getName());
  }

  private static Stream<String> of(PodDisruptionBudget budget, Installation installation) {
    return installation
            .workloads()
            .anyMatch(each -> Selection.matches(budget.getSpec().getSelector(), each.labels()))
        ? Stream.of()
        : missing(budget, "pod that it selects");
  }

  private static Stream<String> of(ServiceMonitor monitor, Installation installation) {
    var meant =
        installation.all(Service.class).filter(service -> watches(monitor, service)).toList();
    return meant.isEmpty()
        ? missing(monitor, "Service with these labels")
        : meant.stream().flatMap(service -> unread(service, monitor));
  }

  private static Stream<String> unread(Service service, ServiceMonitor monitor) {
    return monitor.getSpec().getEndpoints().stream()
        .map(Endpoint::getPort)
        .filter(
            wanted ->
                service.getSpec().getPorts().stream()
                    .noneMatch(port -> Objects.equals(port.getName(), wanted)))
        .flatMap(
            wanted ->
                missing(monitor, "port %s of %s".formatted(wanted, Installation.name(service))));
  }

  /** What serves of ours and no monitor reads, where there is one. */
  private static Stream<String> unwatched(Installation installation) {
    var monitors = installation.all(ServiceMonitor.class).toList();
    var watched =
        installation
            .all(Service.class)
            .filter(service -> monitors.stream().anyMatch(each -> watches(each, service)))
            .flatMap(service -> Backends.of(service, installation))
            .collect(Collectors.toSet());
    return installation
        .workloads()
        .filter(workload -> workload.serves() && workload.ours().findAny().isPresent())
        .filter(workload -> !monitors.isEmpty() && !watched.contains(workload))
        .map(workload -> workload.name() + ": no ServiceMonitor reads it");
  }

  private static boolean watches(ServiceMonitor monitor, Service service) {
    return Selection.matches(
        monitor.getSpec().getSelector(),
        Objects.requireNonNullElse(service.getMetadata().getLabels(), Map.of()));
  }

  private static Stream<String> missing(HasMetadata object, String what) {
    return Stream.of("%s: there is no %s".formatted(Installation.name(object), what));
  }
}
