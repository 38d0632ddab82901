package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What has a reason that does not lie in the chart is as {@code deploy/kubernetes} has it. */
class KustomizeTest {

  static final List<String> SERVICES = Chart.SERVICES;

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

  @ParameterizedTest
  @FieldSource("SERVICES")
  void aPodIsGivenTheSameTimeToAnswer(String service) throws IOException {
    // Given
    var base = base(service);

    // When
    var ours = Chart.OURS.render(Values.least()).container(service);

    // Then
    assertThat(patience(ours.getReadinessProbe()))
        .isEqualTo(patience(base.getReadinessProbe()))
        .isEqualTo(List.of(2, 2, 2));
    assertThat(patience(ours.getLivenessProbe())).isEqualTo(patience(base.getLivenessProbe()));
  }

  @ParameterizedTest
  @FieldSource("SERVICES")
  void aPodAsksForAsMuch(String service) throws IOException {
    // Given
    var base = base(service);

    // When
    var ours = Chart.OURS.render(Values.least()).container(service);

    // Then
    assertThat(ours.getResources()).isEqualTo(base.getResources());
  }

  @Test
  void theExampleHasAsManyPollsForAPodOfTheSameSize() throws IOException {
    // Given
    var production = kustomize("components/production/autoscaling.yaml");

    // When
    var ours = Chart.OURS.render(Values.example("production"));

    // Then
    assertThat(metrics(ours, "-token-service")).isEqualTo(metrics(production, "token-service"));
    assertThat(ours.container("token-service").getResources().getRequests())
        .containsEntry("cpu", new Quantity("1"))
        .containsEntry("memory", new Quantity("256Mi"));
  }

  private static List<MetricSpec> metrics(Rendered rendered, String name) {
    return rendered.one(HorizontalPodAutoscaler.class, name).getSpec().getMetrics();
  }

  /** Seconds from one to the next, seconds for an answer, and how many in a row may be missing. */
  private static List<Integer> patience(Probe probe) {
    return List.of(
        probe.getPeriodSeconds(), probe.getTimeoutSeconds(), probe.getFailureThreshold());
  }

  private static Container base(String service) throws IOException {
    return kustomize("base/" + service + ".yaml")
        .one(Deployment.class, service)
        .getSpec()
        .getTemplate()
        .getSpec()
        .getContainers()
        .getFirst();
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
