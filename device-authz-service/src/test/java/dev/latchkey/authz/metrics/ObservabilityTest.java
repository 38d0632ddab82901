package dev.latchkey.authz.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.latchkey.metrics.MetricsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The dashboard and the alerts ask for what is on the page; the services are compared with that.
 */
class ObservabilityTest {

  private static final Path FOLDER = Path.of("../deploy/observability");

  private final MetricsPage page = MetricsPage.read();

  @Test
  void theDashboardShowsWhatThereIs() throws IOException {
    // When
    var dashboard = new ObjectMapper().readTree(text("grafana-dashboard.json"));

    // Then
    assertThat(expressions(dashboard))
        .hasSizeGreaterThan(20)
        .allSatisfy(expression -> assertThat(expression.mistakes(page)).isEmpty());
  }

  @Test
  void theAlertsLookAtWhatThereIs() throws IOException {
    // When
    var alerts = new ObjectMapper(new YAMLFactory()).readTree(text("prometheus-alerts.yaml"));

    // Then
    assertThat(expressions(alerts))
        .hasSizeGreaterThan(10)
        .allSatisfy(expression -> assertThat(expression.names()).isNotEmpty())
        .allSatisfy(expression -> assertThat(expression.mistakes(page)).isEmpty());
  }

  @Test
  void everyAlertSaysWhatIsWrongAndWhatToDo() throws IOException {
    // When
    var alerts = new ObjectMapper(new YAMLFactory()).readTree(text("prometheus-alerts.yaml"));

    // Then
    assertThat(alerts.findValue("rules"))
        .allSatisfy(
            rule -> {
              assertThat(rule.path("labels").path("severity").asText()).isIn("critical", "warning");
              assertThat(rule.path("annotations").path("summary").asText()).isNotBlank();
              assertThat(rule.path("annotations").path("description").asText()).isNotBlank();
            });
  }

  @Test
  void everyMetricOfOursIsOnTheDashboard() throws IOException {
    // When
    var dashboard = text("grafana-dashboard.json");

    // Then
    assertThat(page.rows().keySet())
        .filteredOn(name -> name.startsWith("latchkey_"))
        .filteredOn(name -> !name.endsWith("_limit") && !name.endsWith("_held_total"))
        .allSatisfy(name -> assertThat(dashboard).contains(name));
  }

  @Test
  void aMistypedNameOrTagIsFound() {
    // Given
    var expression =
        new Expression(
            "sum by (anser) (rate(latchkey_pols_total[5m]))"
                + " / latchkey_polls_total{answer=\"granted|gone\",reason=\"x\"}");

    // When
    var mistakes = expression.mistakes(page);

    // Then
    assertThat(mistakes)
        .anySatisfy(mistake -> assertThat(mistake).contains("latchkey_pols_total"))
        .anySatisfy(mistake -> assertThat(mistake).contains("groups by anser"))
        .anySatisfy(mistake -> assertThat(mistake).contains("is never gone"))
        .anySatisfy(mistake -> assertThat(mistake).contains("no tag reason"))
        .hasSize(4);
  }

  private static List<Expression> expressions(JsonNode node) {
    return node.findValuesAsText("expr").stream().map(Expression::new).toList();
  }

  private static String text(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file), UTF_8);
  }
}
