package dev.latchkey.kubernetes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the autoscaler of token-service goes by. */
class ScalingTest {

  @Test
  void seesPollsThoughAScrapeWasMissed() throws IOException {
    // Given
    var interval =
        Rendered.production()
            .all(ServiceMonitor.class)
            .map(each -> time(each.getSpec().getEndpoints().getFirst().getInterval()))
            .findFirst()
            .orElseThrow();

    // When
    var window = time(found("metricsQuery: .*\\[(\\w+)]", "docs/kubernetes.md"));

    // Then
    assertThat(window.dividedBy(interval) - 1)
        .as("scrapes, of which a rate needs two")
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void countsThePollsOfThePodThatIsRequested() throws IOException {
    // Given
    var costOfAPoll =
        Double.parseDouble(found("POLL_SERVER, \\w+ = ([\\d.]+)", "docs/capacity.md")) / 1000;

    // When
    var metrics =
        Rendered.production()
            .all(HorizontalPodAutoscaler.class)
            .filter(each -> each.getMetadata().getName().equals("token-service"))
            .flatMap(each -> each.getSpec().getMetrics().stream())
            .toList();

    // Then
    var ofPolls = metrics.getLast().getPods().getTarget().getAverageValue().getNumericalAmount();
    var ofProcessor = metrics.getFirst().getResource().getTarget().getAverageUtilization() / 100.0;
    assertThat(ofPolls.doubleValue() * costOfAPoll)
        .as("CPUs that the polls take, of those that may be taken")
        .isCloseTo(requested() * ofProcessor, withPercentage(20));
  }

  /** CPUs of a pod of token-service. */
  private static double requested() {
    return Rendered.production()
        .all(Deployment.class)
        .filter(each -> each.getMetadata().getName().equals("token-service"))
        .map(each -> each.getSpec().getTemplate().getSpec().getContainers().getFirst())
        .map(each -> requireNonNull(each.getResources().getRequests().get("cpu")))
        .findFirst()
        .orElseThrow()
        .getNumericalAmount()
        .doubleValue();
  }

  /** As Prometheus writes it. */
  private static Duration time(String text) {
    return Duration.parse("PT" + text);
  }

  private static String found(String pattern, String file) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(Rendered.HOME.resolve(file)))
        .results()
        .map(match -> match.group(1))
        .findFirst()
        .orElseThrow();
  }
}
