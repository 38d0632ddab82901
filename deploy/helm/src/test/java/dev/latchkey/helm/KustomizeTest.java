package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What has a reason that does not lie in the chart is as {@code deploy/kubernetes} has it. */
class KustomizeTest {

  @Test
  void theWorldIsTheSame() throws IOException {
    // Given
    var policies = kustomize("components/network-policies/policies.yaml");

    // When
    var ours = Chart.OURS.render(Values.least());

    // Then
    assertThat(world(ours.one(NetworkPolicy.class, "-token-service")).getTo())
        .isEqualTo(world(policies.one(NetworkPolicy.class, "to-the-world")).getTo());
  }

  private static NetworkPolicyEgressRule world(NetworkPolicy policy) {
    return policy.getSpec().getEgress().stream()
        .filter(rule -> rule.getPorts().getFirst().getPort().getIntVal() == 443)
        .findFirst()
        .orElseThrow();
  }

  private static Rendered kustomize(String file) throws IOException {
    return new Rendered(Files.readString(Chart.HOME.resolve("deploy/kubernetes").resolve(file)));
  }
}
