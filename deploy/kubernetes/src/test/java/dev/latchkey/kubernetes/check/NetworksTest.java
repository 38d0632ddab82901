package dev.latchkey.kubernetes.check;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kubernetes.Rendered;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may talk to whom in production, as docs/kubernetes.md says: these, and nobody else. */
class NetworksTest {

  private static final String SERVICES = "device-authz-service token-service verification-ui";

  @Test
  void allowThisAndNothingElse() {
    // When
    var allowed = Rendered.production().all(NetworkPolicy.class).flatMap(NetworksTest::lines);

    // Then
    assertThat(allowed)
        .containsExactlyInAnyOrder(
            SERVICES + " from example-ingress at 8080",
            SERVICES + " from example-monitoring at 9000",
            "token-service from verification-ui at 8080",
            "verification-ui to token-service at 8080",
            "latchkey to kube-system, kube-dns at 53",
            "latchkey to kube-system, kube-dns at 53",
            "latchkey to 169.254.20.10/32 at 53",
            "latchkey to 169.254.20.10/32 at 53",
            "latchkey to 198.51.100.0/25 at 5432",
            SERVICES + " to 198.51.100.128/25 at 6379",
            SERVICES + " to example-monitoring at 4318",
            SERVICES + " to 0.0.0.0/0 at 443",
            SERVICES + " to ::/0 at 443");
  }

  @Test
  void theWorldIsWithoutWhatIsInside() {
    // When
    var world =
        Rendered.production()
            .all(NetworkPolicy.class)
            .flatMap(policy -> policy.getSpec().getEgress().stream())
            .flatMap(rule -> rule.getTo().stream())
            .map(NetworkPolicyPeer::getIpBlock)
            .filter(Objects::nonNull)
            .filter(block -> block.getCidr().endsWith("/0"));

    // Then
    assertThat(world.collect(toMap(IPBlock::getCidr, IPBlock::getExcept)))
        .isEqualTo(
            Map.of(
                "0.0.0.0/0",
                List.of(
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16"),
                "::/0",
                List.of("fc00::/7", "fe80::/10")));
  }

  private static Stream<String> lines(NetworkPolicy policy) {
    var spec = policy.getSpec();
    return Stream.concat(
            spec.getIngress().stream()
                .flatMap(rule -> lines("from", rule.getFrom(), rule.getPorts())),
            spec.getEgress().stream().flatMap(rule -> lines("to", rule.getTo(), rule.getPorts())))
        .map(line -> values(policy.getSpec().getPodSelector()) + " " + line);
  }

  private static Stream<String> lines(
      String direction, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    return peers.stream()
        .flatMap(
            peer ->
                ports.stream()
                    .map(NetworkPolicyPort::getPort)
                    .map(IntOrString::getValue)
                    .map(port -> "%s %s at %s".formatted(direction, name(peer), port)));
  }

  private static String name(NetworkPolicyPeer peer) {
    return Stream.of(
            peer.getIpBlock() == null ? "" : peer.getIpBlock().getCidr(),
            values(peer.getNamespaceSelector()),
            values(peer.getPodSelector()))
        .filter(part -> !part.isEmpty())
        .collect(joining(", "));
  }

  /** Of the labels that are wanted, whichever way that is said; nothing without a selector. */
  private static String values(@Nullable LabelSelector selector) {
    if (selector == null) {
      return "";
    }
    var labels = Objects.requireNonNullElse(selector.getMatchLabels(), Map.<String, String>of());
    var wanted =
        Stream.concat(
                labels.values().stream(),
                selector.getMatchExpressions().stream().flatMap(NetworksTest::values))
            .sorted()
            .collect(joining(" "));
    return wanted.isEmpty() ? "any" : wanted;
  }

  private static Stream<String> values(LabelSelectorRequirement wanted) {
    return wanted.getOperator().equals("In")
        ? wanted.getValues().stream()
        : Stream.of(wanted.getKey() + " " + wanted.getOperator() + " " + wanted.getValues());
  }
}
