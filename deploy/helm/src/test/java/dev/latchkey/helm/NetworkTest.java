package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pods are closed but for those whom the values name. */
class NetworkTest {

  @Test
  void isClosedToEverybodyAtFirst() {
    // Given
    var values = Values.least();

    // When
    var rendered = Chart.ALL_SHOWN.render(values);

    // Then
    assertThat(callers(rendered, "device-authz-service")).isEmpty();
    assertThat(callers(rendered, "verification-ui")).isEmpty();
    assertThat(callers(rendered, "token-service"))
        .isEqualTo(Map.of(8080, List.of("verification-ui")));
  }

  @Test
  void isOpenToThoseWhoAreNamed() {
    // Given
    var values =
        Values.with(
            """
            networkPolicy:
              ingressFrom: [{ podSelector: { matchLabels: { app.kubernetes.io/component: edge } } }]
              metricsFrom: [{ podSelector: { matchLabels: { app.kubernetes.io/component: prometheus } } }]
            """);

    // When
    var rendered = Chart.ALL_SHOWN.render(values);

    // Then
    assertThat(callers(rendered, "device-authz-service"))
        .isEqualTo(Map.of(8080, List.of("edge"), 9000, List.of("prometheus")));
    assertThat(callers(rendered, "token-service"))
        .isEqualTo(Map.of(8080, List.of("edge", "verification-ui"), 9000, List.of("prometheus")));
    assertThat(callers(rendered, "schema")).isEmpty();
  }

  @Test
  void asksForNamesWhereTheyAreKnown() {
    // Given
    var values =
        Values.with(
            """
            networkPolicy:
              dnsTo: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openshift-dns } } }]
              dnsPort: 5353
            """);

    // When
    var policies = Chart.ALL_SHOWN.render(values).all(NetworkPolicy.class);

    // Then
    assertThat(policies.map(policy -> policy.getSpec().getEgress().getFirst()))
        .as("of the services, and of the jobs")
        .hasSize(4)
        .allSatisfy(
            dns -> {
              assertThat(dns.getPorts()).extracting("protocol").containsExactly("UDP", "TCP");
              assertThat(dns.getPorts()).extracting("port.intVal").containsOnly(5353);
              assertThat(dns.getTo())
                  .extracting("namespaceSelector.matchLabels")
                  .containsExactly(Map.of("kubernetes.io/metadata.name", "openshift-dns"));
            });
  }

  @Test
  void hasNoPoliciesWhereTheyAreTurnedOff() {
    // Given
    var values = Values.with("networkPolicy: { enabled: false }");

    // When
    var rendered = Chart.ALL_SHOWN.render(values);

    // Then
    assertThat(rendered.all(NetworkPolicy.class)).isEmpty();
  }

  /** The components that may call, by port. */
  private static Map<Integer, List<String>> callers(Rendered rendered, String service) {
    var policy = rendered.one(NetworkPolicy.class, "-" + service);
    assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
    return policy.getSpec().getIngress().stream()
        .collect(
            Collectors.toMap(
                rule -> rule.getPorts().getFirst().getPort().getIntVal(), NetworkTest::names));
  }

  private static List<String> names(NetworkPolicyIngressRule rule) {
    return rule.getFrom().stream()
        .map(peer -> peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/component"))
        .toList();
  }
}
