package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Optional;
import java.util.stream.Stream;

/** Who answers behind a Service. */
final class Backends {

  private Backends() {}

  static Stream<Workload> of(Service service, Installation installation) {
    return installation
        .workloads()
        .filter(workload -> Installation.sameNamespace(service, workload.object()))
        .filter(workload -> Selection.contains(workload.labels(), service.getSpec().getSelector()));
  }

  /** Which of our three a name in a route means; empty if none. */
  static Optional<String> find(String service, HasMetadata route, Installation installation) {
    return installation.find(Service.class, route, service).stream()
        .flatMap(each -> of(each, installation))
        .flatMap(Workload::ours)
        .map((Container each) -> Ours.of(each).orElseThrow())
        .findFirst();
  }
}
