package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Whom a pod may talk to, and who to it, is said of each: what is not allowed is denied. */
final class NetworkCoverage implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .workloads()
        .flatMap(
            workload ->
                Stream.of("Ingress", "Egress")
                    .filter(
                        direction ->
                            installation
                                .all(NetworkPolicy.class)
                                .noneMatch(policy -> covers(policy, workload, direction)))
                    .map(
                        direction ->
                            "%s: no NetworkPolicy for its %s"
                                .formatted(workload.name(), direction)));
  }

  private static boolean covers(NetworkPolicy policy, Workload workload, String direction) {
    return Installation.sameNamespace(policy, workload.object())
        && Objects.requireNonNullElse(policy.getSpec().getPolicyTypes(), List.of())
            .contains(direction)
        && Selection.matches(policy.getSpec().getPodSelector(), workload.labels());
  }
}
