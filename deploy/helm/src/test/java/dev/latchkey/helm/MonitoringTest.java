package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the Prometheus operator is told. */
class MonitoringTest {

  @Test
  void hasTheAlertsWordForWord() throws IOException {
    // Given
    var alerts = new YAMLMapper().readTree(Chart.OURS.read("files/prometheus-alerts.yaml"));

    // When
    var rule = Chart.OURS.render(Values.example("production")).one(PrometheusRule.class, "");

    // Then
    var rendered = new YAMLMapper().readTree(new YAMLMapper().writeValueAsString(rule.getSpec()));
    assertThat(rendered).isEqualTo(alerts);
  }

  @Test
  void isCalledAsTheServicesAre() {
    // Given
    var values = Values.example("production");

    // When
    var monitor = Chart.OURS.render(values).one(ServiceMonitor.class, "");

    // Then
    assertThat(monitor.getSpec().getJobLabel()).isEqualTo("app.kubernetes.io/component");
    assertThat(monitor.getSpec().getEndpoints())
        .singleElement()
        .hasFieldOrPropertyWithValue("port", "management")
        .hasFieldOrPropertyWithValue("path", "/q/metrics");
  }
}
