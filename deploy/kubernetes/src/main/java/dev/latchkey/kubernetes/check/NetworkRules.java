package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.stream.Stream;

/**
 * What is allowed is said: who may call a pod, at ports that it has, and where it may call. A rule
 * that leaves that open would undo all others.
 */
final class NetworkRules implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .all(NetworkPolicy.class)
        .flatMap(
            policy ->
                Stream.concat(inward(policy, installation), outward(policy))
                    .distinct()
                    .map(wrong -> Installation.name(policy) + ": " + wrong));
  }

  private static Stream<String> inward(NetworkPolicy policy, Installation installation) {
    return policy.getSpec().getIngress().stream()
        .flatMap(
            rule ->
                Stream.of(
                        rule.getFrom().isEmpty()
                            ? Stream.of("lets everybody in")
                            : Stream.<String>of(),
                        rule.getPorts().isEmpty()
                            ? Stream.of("opens every port")
                            : Stream.<String>of(),
                        foreign(rule, policy, installation))
                    .flatMap(wrong -> wrong));
  }

  /** Ports that a pod, to which the policy applies, does not have. */
  private static Stream<String> foreign(
      NetworkPolicyIngressRule rule, NetworkPolicy policy, Installation installation) {
    return installation
        .workloads()
        .filter(workload -> Installation.sameNamespace(policy, workload.object()))
        .filter(workload -> Selection.matches(policy.getSpec().getPodSelector(), workload.labels()))
        .flatMap(
            workload ->
                rule.getPorts().stream()
                    .filter(port -> !isOf(workload, port))
                    .map(
                        port ->
                            "opens %s, which is no port of %s"
                                .formatted(text(port), workload.name())));
  }

  private static boolean isOf(Workload workload, NetworkPolicyPort port) {
    IntOrString wanted = port.getPort();
    return wanted != null && port.getEndPort() == null && workload.port(wanted).isPresent();
  }

  private static String text(NetworkPolicyPort port) {
    if (port.getPort() == null) {
      return "all";
    }
    var first = String.valueOf(port.getPort().getValue());
    return port.getEndPort() == null ? first : first + " to " + port.getEndPort();
  }

  private static Stream<String> outward(NetworkPolicy policy) {
    return policy.getSpec().getEgress().stream()
        .filter(rule -> rule.getTo().isEmpty() && rule.getPorts().isEmpty())
        .map(rule -> "lets it call everybody, at every port");
  }
}
