package dev.latchkey.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The chart's README has all values, with what values.yaml says of them. */
class ReadmeTest {

  private static final String HEAD = "| value | default | what |\n| --- | --- | --- |\n";
  private static final Pattern TABLE = Pattern.compile("(?m)^\\| value \\|.*\\R(\\|.*\\R)+");
  private static final Pattern NAME = Pattern.compile("\\| `(?<name>[^`]+)`.*");

  @Test
  void hasTheTableOfValues() throws IOException {
    // Given
    var readme = Chart.OURS.read("README.md");

    // When
    var table = HEAD + String.join("\n", ValuesTable.of(Chart.OURS.read("values.yaml"))) + "\n";

    // Then
    var made = TABLE.matcher(readme).replaceFirst(Matcher.quoteReplacement(table));
    Files.writeString(Path.of("target/README.md"), made);
    assertThat(readme)
        .as("copy deploy/helm/target/README.md to deploy/helm/latchkey/")
        .isEqualTo(made)
        .contains(table);
  }

  @Test
  void explainsEveryValue() throws IOException {
    // Given
    var values = Chart.OURS.read("values.yaml");
    var all = new ArrayList<String>();
    collect(new YAMLMapper().readTree(values), "", all);

    // When
    var explained =
        ValuesTable.of(values).stream()
            .map(row -> NAME.matcher(row).replaceFirst("${name}"))
            .toList();

    // Then
    assertThat(all)
        .allMatch(name -> explained.stream().anyMatch(row -> (name + ".").startsWith(row + ".")));
  }

  private static void collect(JsonNode node, String name, List<String> all) {
    if (node.isObject() && !node.isEmpty()) {
      for (var property : node.properties()) {
        collect(
            property.getValue(),
            name.isEmpty() ? property.getKey() : name + "." + property.getKey(),
            all);
      }
    } else {
      all.add(name);
    }
  }
}
