package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What serves is asked whether it has started, lives and is ready; ours on the management port. */
final class Probes implements Check {

  private static final int MANAGEMENT = 9000;

  private record Asked(String name, @Nullable Probe probe, String path) {}

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .workloads()
        .filter(Workload::serves)
        .flatMap(workload -> workload.wrong(workload.pod().getContainers().stream(), Probes::of));
  }

  private static Stream<String> of(Container container) {
    return Stream.of(
            new Asked("startupProbe", container.getStartupProbe(), "/q/health/started"),
            new Asked("livenessProbe", container.getLivenessProbe(), "/q/health/live"),
            new Asked("readinessProbe", container.getReadinessProbe(), "/q/health/ready"))
        .flatMap(asked -> of(asked, container));
  }

  private static Stream<String> of(Asked asked, Container container) {
    var probe = asked.probe();
    if (probe == null) {
      return Stream.of("has no " + asked.name());
    }
    if (!Workload.isOurs(container)) {
      return Stream.of();
    }
    var get = probe.getHttpGet();
    return get != null
            && asked.path().equals(get.getPath())
            && get.getPort() != null
            && Workload.port(container, get.getPort())
                .filter(port -> port.getContainerPort() == MANAGEMENT)
                .isPresent()
        ? Stream.of()
        : Stream.of(
            "%s does not ask %s on port %d".formatted(asked.name(), asked.path(), MANAGEMENT));
  }
}
