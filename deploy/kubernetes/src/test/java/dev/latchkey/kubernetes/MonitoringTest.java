package dev.latchkey.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is there for the Prometheus operator. */
class MonitoringTest {

  @Test
  void isFoundByTheLabelThatAPrometheusLooksFor() {
    // When
    var production = Rendered.production();
    var found =
        Stream.<HasMetadata>concat(
            production.all(ServiceMonitor.class), production.all(PrometheusRule.class));

    // Then
    assertThat(found)
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(each.getMetadata().getLabels())
                    .containsEntry("release", "example-prometheus"));
  }
}
