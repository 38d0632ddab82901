package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;

/** How many pods there are, who decides it, and what holds up a node. */
class ScaleTest {

  @Test
  void isTheAutoscalersMatterWhereThereIsOne() {
    // Given
    var values =
        Values.with(
            """
            eachService: { replicas: 3 }
            tokenService: { autoscaling: { enabled: true, pollsPerSecond: 3000, maxReplicas: 40 } }
            """);

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.one(Deployment.class, "-token-service").getSpec().getReplicas()).isNull();
    assertThat(rendered.one(Deployment.class, "-verification-ui").getSpec().getReplicas())
        .isEqualTo(3);
    var scaler = rendered.one(HorizontalPodAutoscaler.class, "-token-service").getSpec();
    assertThat(scaler.getMaxReplicas()).isEqualTo(40);
    assertThat(scaler.getMetrics())
        .extracting("type")
        .containsExactlyInAnyOrder("Resource", "Pods");
    assertThat(scaler.getMetrics().getLast().getPods().getTarget().getAverageValue().toString())
        .isEqualTo("3000");
    assertThat(rendered.all(HorizontalPodAutoscaler.class)).hasSize(1);
  }

  @Test
  void ofOnePodHoldsUpNoNode() {
    // Given
    var values = Values.with("tokenService: { replicas: 1 }");

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    assertThat(rendered.all(PodDisruptionBudget.class))
        .extracting(each -> each.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "test-latchkey-device-authz-service", "test-latchkey-verification-ui");
  }

  @Test
  void ofAServiceIsItsOwnWhereItSaysSo() {
    // Given
    var values =
        Values.with(
            """
            image: { registry: registry.example.com, tag: "1.2" }
            eachService:
              pod: { annotations: { a: each }, runAsUser: null, runAsGroup: null }
            tokenService:
              image: { repository: other/tokens, digest: "sha256:%s" }
              pod: { annotations: { b: token }, nodeSelector: { disk: fast } }
            """
                .formatted("0123456789abcdef".repeat(4)));

    // When
    var rendered = Chart.OURS.render(values);

    // Then
    var pod = rendered.one(Deployment.class, "-token-service").getSpec().getTemplate();
    assertThat(pod.getMetadata().getAnnotations())
        .containsEntry("a", "each")
        .containsEntry("b", "token");
    assertThat(pod.getSpec().getNodeSelector()).containsEntry("disk", "fast");
    assertThat(pod.getSpec().getSecurityContext().getRunAsUser()).isNull();
    assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(rendered.container("token-service").getImage())
        .startsWith("other/tokens@sha256:0123456789abcdef");
    assertThat(rendered.container("verification-ui").getImage())
        .isEqualTo("registry.example.com/latchkey/verification-ui:1.2");
  }
}
