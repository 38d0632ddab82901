package dev.latchkey.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

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
