package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import dev.latchkey.kubernetes.read.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the examples install is as all that we install must be. */
class ExamplesTest {

  static final List<String> EXAMPLES = Values.EXAMPLES;

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void hasAllPropertiesThatAreAskedOfOurManifests(String example) {
    // Given
    var values = Values.example(example);

    // When
    var rendered = Chart.ALL_SHOWN.render(values);

    // Then
    assertThat(rendered.violations()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void isAsTheJsonSchemasSay(String example) throws Exception {
    // Given
    var schemas = Schemas.find(Chart.HOME);

    // When
    var mistakes = schemas.mistakes(Chart.ALL_SHOWN.render(Values.example(example)).yaml());

    // Then
    assertThat(mistakes).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void isRenderedTheSameEachTime(String example) {
    // Given
    var values = Values.example(example);
    var before = Chart.ALL_SHOWN.render(values);

    // When
    var again = Chart.ALL_SHOWN.render(values);

    // Then
    assertThat(again).isEqualTo(before);
  }

  @ParameterizedTest
  @FieldSource("EXAMPLES")
  void passesTheStrictLintWithoutAWarning(String example) throws IOException {
    // Given
    var chart = withAsDefaults(example);

    // When
    var result = new Helm(chart.folder()).lint().strict().call();

    // Then
    assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    assertThat(result.getMessages()).allMatch(message -> message.startsWith("[INFO]"));
  }

  @Test
  void areAllThatTheFolderHas() throws IOException {
    // Given
    var folder = Chart.OURS.folder().resolve("examples");

    // When
    List<String> names;
    try (var files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString().replace(".yaml", "")).toList();
    }

    // Then
    assertThat(names).containsExactlyInAnyOrderElementsOf(EXAMPLES);
  }

  /** helm-java lints a chart with its own values alone. */
  private static Chart withAsDefaults(String example) throws IOException {
    var chart = Chart.OURS.copy();
    var yaml = new YAMLMapper();
    var file = chart.folder().resolve("values.yaml").toFile();
    var all = (ObjectNode) yaml.readTree(file);
    merge(all, yaml.readTree(Values.example(example).file().toFile()));
    yaml.writeValue(file, all);
    return chart;
  }

  private static void merge(ObjectNode all, JsonNode over) {
    for (var property : over.properties()) {
      if (all.get(property.getKey()) instanceof ObjectNode there
          && property.getValue().isObject()) {
        merge(there, property.getValue());
      } else {
        all.set(property.getKey(), property.getValue());
      }
    }
  }
}
